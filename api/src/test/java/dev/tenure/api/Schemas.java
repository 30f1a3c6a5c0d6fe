package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds JSON against the schemas of a description: what is not described is a fault. */
final class Schemas {

  private static final String REF = "#/components/schemas/";

  private final JsonNode all;

  Schemas(JsonNode description) {
    this.all = description.at("/components/schemas");
  }

  /** The schema behind a reference, or itself. */
  JsonNode resolved(JsonNode schema) {
    if (schema.has("allOf")) {
      return resolved(schema.at("/allOf/0"));
    }
    return schema.has("$ref")
        ? all.path(schema.get("$ref").asText().substring(REF.length()))
        : schema;
  }

  List<String> faults(String name, JsonNode json) {
    return all.has(name) ? faults(all.get(name), json) : List.of("no schema " + name);
  }

  List<String> faults(JsonNode schema, JsonNode json) {
    List<String> found = new ArrayList<>();
    check(schema, json, "", found);
    return found;
  }

  private void check(JsonNode schema, JsonNode json, String at, List<String> found) {
    JsonNode target = resolved(schema);
    if (json.isNull()) {
      require(nullable(schema), at + " null", found);
      return;
    }
    Constraints.broken(target, json).forEach(words -> found.add(at + " " + words));
    switch (target.path("type").asText()) {
      case "object" -> object(target, json, at, found);
      case "array" -> array(target, json, at, found);
      case "string" -> require(json.isTextual() && offered(target, json), at + " " + json, found);
      case "integer" -> require(json.isIntegralNumber(), at + " of another type", found);
      case "number" -> require(json.isNumber(), at + " of another type", found);
      case "boolean" -> require(json.isBoolean(), at + " of another type", found);
      default -> found.add(at + " has a schema without a type: " + schema);
    }
  }

  /** A reference may say it beside itself, since it says nothing else of what it refers to. */
  private static boolean nullable(JsonNode schema) {
    return schema.path("nullable").asBoolean();
  }

  private void array(JsonNode schema, JsonNode json, String at, List<String> found) {
    require(json.isArray(), at + " of another type", found);
    for (int i = 0; i < json.size(); i++) {
      check(schema.get("items"), json.get(i), at + "/" + i, found);
    }
  }

  private void object(JsonNode schema, JsonNode json, String at, List<String> found) {
    require(json.isObject(), at + " of another type", found);
    for (JsonNode name : schema.path("required")) {
      require(json.has(name.asText()), at + "/" + name.asText() + " missing", found);
    }
    json.properties()
        .forEach(
            field -> {
              JsonNode of = schema.path("properties").get(field.getKey());
              JsonNode described = of == null ? schema.get("additionalProperties") : of;
              String there = at + "/" + field.getKey();
              if (described == null || described.isBoolean()) {
                found.add(there + " undescribed");
              } else {
                check(described, field.getValue(), there, found);
              }
            });
  }

  private static boolean offered(JsonNode schema, JsonNode json) {
    JsonNode values = schema.path("enum");
    return values.isEmpty()
        || StreamSupport.stream(values.spliterator(), false)
            .anyMatch(value -> value.asText().equals(json.asText()));
  }

  private static void require(boolean holds, String fault, List<String> found) {
    if (!holds) {
      found.add(fault);
    }
  }
}
