package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holds a JSON value to a schema of the document; says where it does not fit. */
final class SchemaCheck {
  private final ApiDocument document;

  SchemaCheck(ApiDocument document) {
    this.document = document;
  }

  boolean fits(JsonNode schema, JsonNode value) {
    return faults(schema, value).isEmpty();
  }

  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode reference, JsonNode value, String at, List<String> faults) {
    JsonNode schema = document.resolve(reference);
    JsonNode nullable = schema.get("nullable");
    if (value.isNull() && nullable != null && nullable.getBooleanValue()) {
      return;
    }
    JsonNode allOf = schema.get("allOf");
    if (allOf != null) {
      allOf.values().forEach(one -> check(one, value, at, faults));
    }
    JsonNode anyOf = schema.get("anyOf");
    if (anyOf != null && !fitsAny(anyOf, value)) {
      faults.add(at + " fits none of " + anyOf);
    }
    JsonNode type = schema.get("type");
    if (type != null && !allowed(type, value)) {
      faults.add(at + " is no " + type + ": " + value);
      return;
    }
    JsonNode words = schema.get("enum");
    if (words != null && !holds(words, value)) {
      faults.add(at + " is none of " + words + ": " + value);
    }
    if (value.isObject()) {
      object(schema, value, at, faults);
    } else if (value.isArray()) {
      list(schema, value, at, faults);
    } else if (value.isString()) {
      text(schema, value.getStringValue(), at, faults);
    } else if (value.isNumber()) {
      number(schema, value.getBigDecimalValue(), at, faults);
    }
  }

  private boolean fitsAny(JsonNode anyOf, JsonNode value) {
    for (JsonNode one : anyOf.values()) {
      if (fits(one, value)) {
        return true;
      }
    }
    return false;
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
    JsonNode properties = schema.get("properties");
    JsonNode others = schema.get("additionalProperties");
    if (schema.get("required") != null) {
      for (JsonNode name : Reply.in(schema, "required").values()) {
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
              } else if (others != null && others.isObject()) {
                check(others, entry.getValue(), below, faults);
              } else if (others != null && !others.getBooleanValue()) {
                faults.add(below + " is not declared");
              }
            });
  }

  private void list(JsonNode schema, JsonNode value, String at, List<String> faults) {
    JsonNode items = schema.get("items");
    int i = 0;
    for (JsonNode item : value.values()) {
      if (items != null) {
        check(items, item, at + "/" + i++, faults);
      }
    }
    JsonNode least = schema.get("minItems");
    if (least != null && value.size() < least.getIntValue()) {
      faults.add(at + " has too few parts");
    }
  }

  private static void text(JsonNode schema, String value, String at, List<String> faults) {
    long length = value.codePoints().count();
    JsonNode least = schema.get("minLength");
    JsonNode most = schema.get("maxLength");
    if ((least != null && length < least.getIntValue())
        || (most != null && length > most.getIntValue())) {
      faults.add(at + " has " + length + " characters");
    }
    JsonNode pattern = schema.get("pattern");
    if (pattern != null && !Pattern.compile(pattern.getStringValue()).matcher(value).find()) {
      faults.add(at + " does not fit " + pattern + ": " + value);
    }
    JsonNode format = schema.get("format");
    if (format != null && !isOf(format.getStringValue(), value)) {
      faults.add(at + " is no " + format + ": " + value);
    }
  }

  private static boolean isOf(String format, String value) {
    try {
      return switch (format) {
        case "date" -> LocalDate.parse(value).getYear() <= 9_999;
        case "date-time" -> OffsetDateTime.parse(value).getYear() <= 9_999;
        default -> throw new AssertionError("a format that nobody knows: " + format);
      };
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void number(JsonNode schema, BigDecimal value, String at, List<String> faults) {
    JsonNode least = schema.get("minimum");
    JsonNode above = schema.get("exclusiveMinimum");
    JsonNode most = schema.get("maximum");
    JsonNode step = schema.get("multipleOf");
    if ((least != null && value.compareTo(least.getBigDecimalValue()) < 0)
        || (least != null
            && above != null
            && above.getBooleanValue()
            && value.compareTo(least.getBigDecimalValue()) == 0)
        || (most != null && value.compareTo(most.getBigDecimalValue()) > 0)
        || (step != null && value.remainder(step.getBigDecimalValue()).signum() != 0)) {
      faults.add(at + " is out of range: " + value);
    }
  }

  private static boolean holds(JsonNode words, JsonNode value) {
    for (JsonNode one : words.values()) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
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
