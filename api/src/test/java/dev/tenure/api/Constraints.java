package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Formats and limits that a schema sets for a value of the right type. */
final class Constraints {

  /** Everything that a schema may say. A word that is not here is not looked at by anybody. */
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "description",
          "nullable",
          "allOf",
          "$ref",
          "required",
          "properties",
          "items",
          "enum",
          "x-enum-descriptions",
          "example",
          "default",
          "format",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "multipleOf",
          "minItems",
          "maxItems",
          "maxProperties",
          "additionalProperties");

  private Constraints() {}

  /** What the value breaks, in words. */
  static List<String> broken(JsonNode schema, JsonNode json) {
    Stream<String> unknown =
        StreamSupport.stream(((Iterable<String>) schema::fieldNames).spliterator(), false)
            .filter(word -> !KNOWN.contains(word))
            .map(word -> "a schema says " + word + ", which nobody looks at");
    Stream<String> broken =
        switch (json.getNodeType()) {
          case STRING -> text(schema, json.asText());
          case NUMBER -> number(schema, json.decimalValue());
          case ARRAY -> size(schema, "minItems", "maxItems", json.size());
          case OBJECT -> size(schema, "minProperties", "maxProperties", json.size());
          default -> Stream.empty();
        };
    return Stream.concat(unknown, broken).toList();
  }

  private static Stream<String> text(JsonNode schema, String text) {
    String format = schema.path("format").asText();
    String pattern = schema.path("pattern").asText();
    return Stream.of(
            size(schema, "minLength", "maxLength", text.codePointCount(0, text.length())),
            unless(formatted(format, text), "is no " + format + ": " + text),
            unless(
                Pattern.compile(pattern).matcher(text).find(), "breaks " + pattern + ": " + text))
        .flatMap(one -> one);
  }

  private static boolean formatted(String format, String text) {
    try {
      return switch (format) {
        case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
        case "date" -> LocalDate.parse(text).getYear() > 0;
        case "uri" -> URI.create(text).isAbsolute();
        case "uri-reference" -> !URI.create(text).getPath().isEmpty();
        case "", "event-stream" -> true;
        default -> false;
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private static Stream<String> number(JsonNode schema, BigDecimal number) {
    JsonNode least = schema.path("minimum");
    JsonNode most = schema.path("maximum");
    JsonNode step = schema.path("multipleOf");
    int beyond = least.isMissingNode() ? 1 : number.compareTo(least.decimalValue());
    boolean exclusive = schema.path("exclusiveMinimum").asBoolean();
    return Stream.of(
            unless(exclusive ? beyond > 0 : beyond >= 0, number + " is too small"),
            unless(
                most.isMissingNode() || number.compareTo(most.decimalValue()) <= 0,
                number + " is too large"),
            unless(
                step.isMissingNode() || number.remainder(step.decimalValue()).signum() == 0,
                number + " is no multiple of " + step),
            unless(fits(schema.path("format").asText(), number), number + " does not fit"))
        .flatMap(one -> one);
  }

  private static boolean fits(String format, BigDecimal number) {
    return switch (format) {
      case "int32" -> number.scale() <= 0 && number.toBigInteger().bitLength() < 32;
      case "int64" -> number.scale() <= 0 && number.toBigInteger().bitLength() < 64;
      default -> true;
    };
  }

  private static Stream<String> size(JsonNode schema, String least, String most, int size) {
    return Stream.concat(
        unless(size >= schema.path(least).asInt(0), size + " is below " + least),
        unless(size <= schema.path(most).asInt(Integer.MAX_VALUE), size + " is above " + most));
  }

  private static Stream<String> unless(boolean holds, String words) {
    return holds ? Stream.empty() : Stream.of(words);
  }
}
