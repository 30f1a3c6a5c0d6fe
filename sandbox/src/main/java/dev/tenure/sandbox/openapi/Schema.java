package dev.tenure.sandbox.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small pieces of JSON Schema, as OpenAPI 3.1 uses it. */
final class Schema {
  private Schema() {}

  static Map<String, Object> type(String type) {
    return with(Map.of(), "type", type);
  }

  static Map<String, Object> text() {
    return type("string");
  }

  /** A text of a request: whatever is longer is refused. */
  static Map<String, Object> words() {
    return words(10_000);
  }

  static Map<String, Object> words(int longest) {
    return with(text(), "maxLength", longest);
  }

  /** One that must say something. */
  static Map<String, Object> said(int longest) {
    return with(with(words(longest), "minLength", 1), "pattern", "[^\\s\\uFEFF]");
  }

  static Map<String, Object> said() {
    return said(10_000);
  }

  static Map<String, Object> shaped(String pattern) {
    return with(text(), "pattern", pattern);
  }

  /** A date, or a time with its offset. */
  static Map<String, Object> date() {
    return with(Map.of(), "anyOf", List.of(text("date"), text("date-time"), type("null")));
  }

  static Map<String, Object> text(String format) {
    return with(text(), "format", format);
  }

  static Map<String, Object> oneOf(List<String> words) {
    return with(text(), "enum", words);
  }

  /** One of these words, or null, which says the same as leaving it out. */
  static Map<String, Object> maybeOneOf(List<String> words) {
    List<@Nullable Object> all = new ArrayList<>(words);
    all.add(null);
    return with(nullable(text()), "enum", all);
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return with(type("array"), "items", items);
  }

  static Map<String, Object> whole(long least, long most) {
    return with(with(type("integer"), "minimum", least), "maximum", most);
  }

  /** A number above zero, up to a thousand million. */
  static Map<String, Object> positive() {
    return with(with(type("number"), "exclusiveMinimum", 0), "maximum", 1_000_000_000);
  }

  /** Dollars above zero, in whole cents. */
  static Map<String, Object> usd() {
    return with(positive(), "multipleOf", 0.01);
  }

  static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    Map<String, Object> object = with(type("object"), "properties", properties);
    return required.isEmpty() ? object : with(object, "required", required);
  }

  static Map<String, Object> with(Map<String, Object> schema, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(schema);
    more.put(key, value);
    return more;
  }

  static Map<String, Object> ref(String name) {
    return with(Map.of(), "$ref", "#/components/schemas/" + name);
  }

  static Map<String, Object> nullable(Map<String, Object> schema) {
    Object type = schema.get("type");
    if (type == null) {
      return with(Map.of(), "anyOf", List.of(schema, type("null")));
    }
    return with(schema, "type", new ArrayList<>(List.of(type, "null")));
  }

  /** Properties in the order in which they are given: a name, a schema, a name, a schema. */
  static Map<String, Object> properties(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }
}
