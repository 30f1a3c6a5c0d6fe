package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.http.InvalidRequest;
import io.micronaut.http.HttpRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a browser sent; a wrong value is refused by its name. */
record ConsoleForm(Map<String, String> values) {
  private static final String ON = "on";

  static ConsoleForm of(HttpRequest<Map<String, String>> request) {
    return new ConsoleForm(request.getBody().orElse(Map.of()));
  }

  String text(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** True or false; null when it was left out. */
  @Nullable Boolean flag(String name) {
    String value = values.get(name);
    InvalidRequest.require(
        value == null || value.equals("true") || value.equals("false"),
        name,
        "must be true or false");
    return value == null ? null : Boolean.valueOf(value);
  }

  long whole(String name, long most) {
    String text = text(name);
    if (!text.matches("[0-9]{1,12}") || Long.parseLong(text) > most) {
      throw InvalidRequest.field(name, "must be a whole number up to " + most);
    }
    return Long.parseLong(text);
  }

  /** A number with at most so many decimals; null when it was left empty. */
  @Nullable BigDecimal number(String name, int decimals) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,9}([.][0-9]{1," + decimals + "})?")) {
      throw InvalidRequest.field(name, "must be a number with at most " + decimals + " decimals");
    }
    return new BigDecimal(text);
  }

  /** Those whose boxes were ticked. */
  List<String> ticked(List<String> names) {
    return names.stream().filter(name -> ON.equals(values.get(name))).toList();
  }
}
