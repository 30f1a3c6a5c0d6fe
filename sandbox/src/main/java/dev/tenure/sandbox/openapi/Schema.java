package dev.tenure.sandbox.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small pieces of JSON Schema, as OpenAPI 3.1 uses it. */
final class Schema {
  private Schema() {}

  static Map<String, Object> type(String type) {
    return with(Map.of(), "type", type);
  }

  static Map<String, Object> text() {
    return type("string");
  }

  static Map<String, Object> text(String format) {
    return with(text(), "format", format);
  }

  static Map<String, Object> oneOf(List<String> words) {
    return with(text(), "enum", words);
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return with(type("array"), "items", items);
  }

  static Map<String, Object> whole(long least, long most) {
    return with(with(type("integer"), "minimum", least), "maximum", most);
  }

  /** Dollars above zero, in whole cents. */
  static Map<String, Object> usd() {
    return with(with(type("number"), "exclusiveMinimum", 0), "multipleOf", 0.01);
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
