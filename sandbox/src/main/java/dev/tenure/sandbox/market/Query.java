package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, exactly as they were sent; a wrong one is refused by its name. */
final class Query {
  private final HttpRequest<?> request;

  Query(HttpRequest<?> request) {
    this.request = request;
  }

  /** One that may be left empty, which is the same as leaving it out. */
  @Nullable String text(String name) {
    String value = sent(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** One of these words. */
  @Nullable String word(String name, List<String> known) {
    String value = sent(name);
    if (value != null && !known.contains(value)) {
      throw Refusal.field(name, "must be one of " + String.join(", ", known));
    }
    return value;
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
    return number(name, sent(name));
  }

  /** The id of an event; left empty it is the beginning. */
  @Nullable Long eventId(String name) {
    Long id = number(name, text(name));
    if (id != null && id < 0) {
      throw Refusal.field(name, "must be an event id");
    }
    return id;
  }

  @Nullable String sent(String name) {
    return request.getParameters().get(name);
  }

  private static @Nullable Long number(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,18}")) {
      throw Refusal.field(name, "must be a whole number");
    }
    return Long.valueOf(text);
  }
}
