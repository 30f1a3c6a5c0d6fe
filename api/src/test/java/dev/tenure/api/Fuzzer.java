package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes values that fit a schema, most of the time: now and then a field is missing, null, of
 * another type, too long, or unknown. The same seed makes the same values.
 */
final class Fuzzer {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "m1",
          "m2",
          "default",
          "450.00",
          "-1",
          "1e9",
          "USD",
          "2027-07-15",
          "null",
          "𝔘nicode ✓",
          "a/b?c=d&e",
          "'; drop table hires; --",
          "\u0000",
          "\ud800",
          "team:vision",
          "x".repeat(300));

  private final Schemas schemas;
  private final Random random;

  Fuzzer(Schemas schemas, long seed) {
    this.schemas = schemas;
    this.random = new Random(seed);
  }

  boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  String text() {
    return any(TEXTS);
  }

  /** A body for a schema, or something that is no JSON at all. */
  String body(JsonNode schema) {
    return oneIn(25) ? any(List.of("", "{", "[]", "null", "7", "{} {}")) : value(schema).toString();
  }

  /** A body that is right, or right but for one field. */
  String spoilt(String good, JsonNode schema) {
    ObjectNode body = Bodies.json(good).deepCopy();
    List<String> names = new ArrayList<>();
    JsonNode properties = schemas.resolved(schema).path("properties");
    properties.fieldNames().forEachRemaining(names::add);
    if (!oneIn(3)) {
      String name = any(names);
      body.set(name, value(properties.get(name)));
    }
    return body.toString();
  }

  JsonNode value(JsonNode schema) {
    if (oneIn(20)) {
      return any(
          List.of(JSON.nullNode(), JSON.numberNode(7), JSON.textNode("x"), JSON.arrayNode()));
    }
    JsonNode target = schemas.resolved(schema);
    return switch (target.path("type").asText()) {
      case "object" -> object(target);
      case "array" -> array(target);
      case "integer" -> JSON.numberNode(random.nextInt(14) - 2);
      case "number" -> JSON.numberNode(any(List.of(1.5, 0.0, -3.0, 1e300, 12.3456789)));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(string(target));
    };
  }

  private String string(JsonNode schema) {
    JsonNode values = schema.path("enum");
    if (!values.isEmpty() && !oneIn(15)) {
      return values.get(random.nextInt(values.size())).asText();
    }
    return schema.has("example") && !oneIn(4) ? schema.get("example").asText() : text();
  }

  private JsonNode array(JsonNode schema) {
    var array = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(schema.path("items")));
    }
    return array;
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    List<JsonNode> required = List.copyOf(list(schema.path("required")));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              boolean needed = required.contains(JSON.textNode(property.getKey()));
              if (needed ? !oneIn(30) : random.nextBoolean()) {
                object.set(property.getKey(), value(property.getValue()));
              }
            });
    if (schema.has("additionalProperties") && schema.path("properties").isEmpty()) {
      object.set(text(), value(schema.get("additionalProperties")));
    }
    if (oneIn(30)) {
      object.put(text(), text());
    }
    return object;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }
}
