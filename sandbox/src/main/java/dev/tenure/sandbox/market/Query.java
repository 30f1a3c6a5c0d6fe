package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; a wrong one is refused by its name. */
final class Query {
  private final HttpRequest<?> request;

  Query(HttpRequest<?> request) {
    this.request = request;
  }

  @Nullable String text(String name) {
    String value = request.getParameters().get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  int limit(int otherwise, int most) {
    Long limit = whole("limit");
    if (limit == null) {
      return otherwise;
    }
    if (limit < 1 || limit > most) {
      throw Refusal.field("limit", "must be from 1 to " + most);
    }
    return limit.intValue();
  }

  @Nullable Long whole(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,18}")) {
      throw Refusal.field(name, "must be a whole number");
    }
    return Long.valueOf(text);
  }
}
