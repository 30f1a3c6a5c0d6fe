package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes requests from schemas: mostly good ones, and some that are wrong in one place or all. */
final class Nonsense {
  private static final List<String> WORDS =
      List.of(
          "",
          "x",
          " ",
          "Batch 1",
          "é\uD83D\uDE00",
          "\u0000",
          "a".repeat(10_001),
          "null",
          "0",
          "a@b.example",
          "@",
          "https://example.com/h",
          "http://[",
          "http://localhost:1");
  private static final List<String> NUMBERS =
      List.of("0", "-1", "1", "10", "450", "0.01", "0.001", "1e9", "1e400", "99999999999999999999");
  private static final List<String> DATES =
      List.of("2026-07-15", "2027-01-01T00:00:00Z", "2026-02-30", "soon", "+999999999-12-31");
  private static final List<String> VALUES =
      List.of("null", "true", "[]", "{}", "\"x\"", "0", "[null]", "{\"a\":1}", "-0.0");

  private final ApiDocument document;
  private final Random random;

  Nonsense(ApiDocument document, long seed) {
    this.document = document;
    this.random = new Random(seed);
  }

  <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  boolean oneIn(int most) {
    return random.nextInt(most) == 0;
  }

  /** A JSON text for the schema; about one part in eight of it is something else. */
  String json(JsonNode reference) {
    if (oneIn(8)) {
      return any(VALUES);
    }
    JsonNode schema = document.whole(reference);
    if (schema.get("nullable") != null && oneIn(6)) {
      return "null";
    }
    JsonNode words = schema.get("enum");
    if (words != null) {
      JsonNode word = any(list(words));
      return word.isNull() ? "null" : quoted(word.getStringValue());
    }
    JsonNode anyOf = schema.get("anyOf");
    if (schema.get("type") == null && anyOf != null) {
      return json(any(list(anyOf)));
    }
    return switch (type(schema)) {
      case "null" -> "null";
      case "string" -> quoted(text(format(schema)));
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "array" -> "[" + json(Reply.in(schema, "items")) + "]";
      case "object" -> object(schema);
      default -> any(NUMBERS);
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = Reply.in(schema, "type");
    return (type.isArray() ? any(list(type)) : type).getStringValue();
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.values().forEach(all::add);
    return all;
  }

  /** A value for the query or the path. */
  String value(JsonNode schema, List<String> known) {
    if (oneIn(2) && !known.isEmpty()) {
      return any(known);
    }
    String json = json(schema);
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  private String object(JsonNode schema) {
    List<String> fields = new ArrayList<>();
    Reply.in(schema, "properties")
        .entries()
        .forEach(
            entry -> {
              if (!oneIn(4)) {
                fields.add(quoted(entry.getKey()) + ":" + json(entry.getValue()));
              }
            });
    return "{" + String.join(",", fields) + "}";
  }

  private String text(@Nullable String format) {
    return any(format == null ? WORDS : DATES);
  }

  private static @Nullable String format(JsonNode schema) {
    JsonNode format = schema.get("format");
    return format == null ? null : format.getStringValue();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\u0000", "\\u0000").replace("\"", "\\\"") + "\"";
  }
}
