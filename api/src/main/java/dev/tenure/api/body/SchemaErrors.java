package dev.tenure.api.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import java.util.StringJoiner;

/**
 * What a broken keyword of a schema is called here: the front's own codes, and words that name the
 * field and the remedy.
 */
final class SchemaErrors {

  private SchemaErrors() {}

  /**
   * @param at what is wrong
   * @param schema the one that holds the broken keyword
   */
  static FieldError of(ValidationMessage message, Pointer at, JsonNode schema) {
    JsonNode value = message.getInstanceNode();
    if (value.isNull() && !at.equals(Pointer.ROOT)) {
      return error(at, "required", " is required.");
    }
    JsonNode limit = message.getSchemaNode();
    return switch (message.getType()) {
      case "type" -> error(at, "wrong_type", " must be " + wanted(schema, value) + ".");
      case "additionalProperties" ->
          new FieldError(
              at.text(),
              "unknown_field",
              "There is no field " + at.name() + " here; there are " + names(schema) + ".");
      case "required" -> error(at, "required", " is required.");
      case "minItems" -> error(at, "required", " must have " + limit + " or more entries.");
      case "maxItems", "maxProperties" ->
          error(at, "too_many", " may have at most " + limit + " entries.");
      case "maxLength" ->
          error(at, "too_long", " may have at most " + limit.asText() + " characters.");
      case "pattern" -> Patterns.broken(limit.asText(), at, value.asText());
      case "format" -> format(at, limit.asText());
      case "enum" ->
          at.name().equals("currency")
              ? error(at, "unknown_currency", " must be USD, or USDC on OpenContract.")
              : error(at, "unknown_value", " must be one of: " + list(limit) + ".");
      case "minimum", "maximum" ->
          schema.path("type").asText().equals("integer") && !value.canConvertToInt()
              ? error(at, "wrong_type", " must be " + wanted(schema, value) + ".")
              : error(at, "out_of_range", " must be " + range(schema) + ".");
      case "multipleOf" ->
          error(
              at,
              "too_many_decimals",
              " may have at most "
                  + limit.decimalValue().stripTrailingZeros().scale()
                  + " decimals.");
      default -> throw new IllegalStateException("no words for " + message);
    };
  }

  /** A text that is none of its format, {@code date} or {@code date-time}. */
  static FieldError format(Pointer at, String format) {
    return format.equals("date")
        ? error(at, "bad_date", " must be a day such as 2027-07-15.")
        : error(at, "bad_time", " must be a time such as 2027-12-31T00:00:00Z (RFC 3339).");
  }

  private static FieldError error(Pointer at, String code, String words) {
    return new FieldError(at.text(), code, at.name() + words);
  }

  private static String wanted(JsonNode schema, JsonNode value) {
    return switch (schema.path("type").asText()) {
      case "object" -> schema.has("properties") ? "an object with " + names(schema) : "an object";
      case "array" -> "an array";
      case "boolean" -> "true or false";
      case "integer" -> "a small whole number";
      case "number" -> "a number";
      default -> value.isNumber() ? "a string, in quotes" : "a string";
    };
  }

  private static String range(JsonNode schema) {
    String from = schema.path("exclusiveMinimum").asBoolean() ? "above " : "at least ";
    return from
        + schema.path("minimum").asText()
        + " and at most "
        + schema.path("maximum").asText();
  }

  private static String names(JsonNode schema) {
    return String.join(
        ", ", schema.path("properties").propertyStream().map(e -> e.getKey()).toList());
  }

  private static String list(JsonNode values) {
    var all = new StringJoiner(", ");
    values.forEach(
        value -> {
          if (!value.isNull()) {
            all.add(value.asText());
          }
        });
    return all.toString();
  }
}
