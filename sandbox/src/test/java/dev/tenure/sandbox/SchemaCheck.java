package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds a JSON value to a schema of the document; says where it does not fit. */
final class SchemaCheck {
  private final ApiDocument document;

  SchemaCheck(ApiDocument document) {
    this.document = document;
  }

  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode reference, JsonNode value, String at, List<String> faults) {
    JsonNode schema = document.resolve(reference);
    JsonNode anyOf = schema.get("anyOf");
    if (anyOf != null) {
      for (JsonNode one : anyOf.values()) {
        if (faults(one, value).isEmpty()) {
          return;
        }
      }
      faults.add(at + " fits none of " + anyOf);
      return;
    }
    JsonNode type = schema.get("type");
    if (type == null) {
      return; // Anything goes.
    }
    if (!allowed(type, value)) {
      faults.add(at + " is no " + type + ": " + value);
      return;
    }
    if (value.isObject()) {
      object(schema, value, at, faults);
    } else if (value.isArray()) {
      int i = 0;
      for (JsonNode item : value.values()) {
        check(Reply.in(schema, "items"), item, at + "/" + i++, faults);
      }
    } else if (value.isString()) {
      text(schema, value.getStringValue(), at, faults);
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
    JsonNode properties = schema.get("properties");
    JsonNode others = schema.get("additionalProperties");
    if (schema.get("required") != null) {
      for (JsonNode name : schema.get("required").values()) {
        if (value.get(name.getStringValue()) == null) {
          faults.add(at + " lacks " + name);
        }
      }
    }
    value
        .entries()
        .forEach(
            entry -> {
              JsonNode known = properties == null ? null : properties.get(entry.getKey());
              String below = at + "/" + entry.getKey();
              if (known != null) {
                check(known, entry.getValue(), below, faults);
              } else if (others == null || others.isBoolean()) {
                faults.add(below + " is not declared");
              } else {
                check(others, entry.getValue(), below, faults);
              }
            });
  }

  private static void text(JsonNode schema, String value, String at, List<String> faults) {
    JsonNode format = schema.get("format");
    if (format != null && format.getStringValue().equals("date-time")) {
      try {
        Instant.parse(value);
      } catch (DateTimeException e) {
        faults.add(at + " is no time: " + value);
      }
    }
  }

  private static boolean allowed(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type.values()) {
        if (allowed(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.getStringValue()) {
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "number" -> value.isNumber();
      case "integer" ->
          value.isNumber() && value.getBigDecimalValue().stripTrailingZeros().scale() <= 0;
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> throw new AssertionError("a type that nobody knows: " + type);
    };
  }
}
