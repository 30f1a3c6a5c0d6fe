package dev.tenure.api.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of requests. The tree is held against the published schema before anything is
 * bound; what cannot be bound is left out, so that the rules between fields are looked at as well,
 * and all that is wrong is told at once.
 */
@Singleton
public final class RequestBodies {

  /**
   * Far beyond every limit of a schema, and few enough to reckon with: its validator takes whole
   * numbers for floating-point ones, which end with 308 digits.
   */
  private static final int MOST_DIGITS = 300;

  /** Far beyond every limit of a schema as well: nobody reads as many errors. */
  private static final int MOST_ENTRIES = 1000;

  private static final JsonMapper PARSER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addModule(new JavaTimeModule())
          .build();

  private static final String TWICE = " stands twice; leave one of them out.";

  private final RequestSchemas schemas;

  RequestBodies(RequestSchemas schemas) {
    this.schemas = schemas;
  }

  /**
   * Reads a body.
   *
   * @throws dev.tenure.api.problem.ProblemException 400 when it is no JSON object, or an excessive
   *     one
   */
  public <T> Body<T> read(byte @Nullable [] body, Class<T> type) {
    return bind(parse(body), type);
  }

  /**
   * The same of JSON that came in another way, e.g. merged into what stands.
   *
   * @throws dev.tenure.api.problem.ProblemException as for a body that was sent
   */
  public <T> Body<T> bind(JsonNode tree, Class<T> type) {
    List<FieldError> excessive = excessive(tree);
    if (!excessive.isEmpty()) {
      throw Problems.malformed(excessive);
    }
    var violations = new Violations(schemas.errors(tree, type));
    if (!tree.isObject()) {
      violations.throwIfAny();
    }
    walk(Pointer.ROOT, tree, (at, value) -> checkStorable(violations, at, value));
    JsonNode bindable = tree.deepCopy();
    violations.unbindable().forEach(at -> remove(bindable, at));
    return new Body<>(tree, bound(bindable, type, violations), violations);
  }

  /** A schema's date-time may have a blank for its T, say, which Java does not read. */
  private static <T> T bound(JsonNode tree, Class<T> type, Violations violations) {
    while (true) {
      try {
        return PARSER.treeToValue(tree, type);
      } catch (InvalidFormatException e) {
        Pointer at = Pointer.ROOT;
        for (JsonMappingException.Reference step : e.getPath()) {
          at = step.getFieldName() == null ? at.to(step.getIndex()) : at.to(step.getFieldName());
        }
        boolean day = LocalDate.class.equals(e.getTargetType());
        violations.add(SchemaErrors.format(at, day ? "date" : "date-time"));
        remove(tree, at);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("it fits its schema, and cannot be bound", e);
      }
    }
  }

  /** An entry of a list leaves its place empty: the others keep theirs. */
  private static void remove(JsonNode tree, Pointer at) {
    JsonPointer pointer = JsonPointer.compile(at.text());
    switch (tree.at(pointer.head())) {
      case ObjectNode object -> object.remove(pointer.last().getMatchingProperty());
      case ArrayNode array -> array.setNull(pointer.last().getMatchingIndex());
      default -> {}
    }
  }

  /**
   * Reads the body of a request that needs none: an empty object says as little as nothing.
   *
   * @throws dev.tenure.api.problem.ProblemException 400 when it says anything
   */
  public void requireNone(byte @Nullable [] body) {
    if (body == null || new String(body, StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    JsonNode tree = parse(body);
    if (!tree.isObject()) {
      throw Problems.malformed("This takes no body; send none, or {}.", List.of());
    }
    List<FieldError> unknown =
        tree.properties().stream()
            .map(field -> Pointer.ROOT.to(field.getKey()))
            .map(
                at ->
                    new FieldError(
                        at.text(),
                        "unknown_field",
                        "There is no field " + at.name() + " here; none is taken."))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problems.malformed(unknown);
    }
  }

  private static JsonNode parse(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      throw Problems.malformed("The body is empty; a JSON object is needed.", List.of());
    }
    try {
      return PARSER.readTree(body);
    } catch (StreamConstraintsException e) {
      throw Problems.malformed(excessive(e) + place(e) + ". No field here needs that.", List.of());
    } catch (JacksonException e) {
      throw twice(e)
          .map(at -> new FieldError(at.text(), "duplicate", at.name() + TWICE))
          .map(error -> Problems.malformed(List.of(error)))
          .orElseGet(
              () -> Problems.malformed("The body is not valid JSON" + place(e) + ".", List.of()));
    } catch (IOException e) {
      throw Problems.malformed("The body cannot be read.", List.of());
    }
  }

  /** Where a field stands that stood there before, if that is what is wrong. */
  private static Optional<Pointer> twice(JacksonException e) {
    return e.getOriginalMessage().startsWith("Duplicate field")
            && e.getProcessor() instanceof JsonParser parser
        ? Optional.of(new Pointer(parser.getParsingContext().pathAsPointer().toString()))
        : Optional.empty();
  }

  private static String excessive(StreamConstraintsException e) {
    return e.getOriginalMessage().contains("nesting")
        ? "The body is nested too deeply"
        : "The body holds a number of too many digits, or a name that is too long";
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  /**
   * What would cost more to check than it is worth. An exponent may stand for more digits than
   * there is memory: none is reckoned with.
   */
  private static List<FieldError> excessive(JsonNode tree) {
    List<FieldError> found = new ArrayList<>();
    walk(
        Pointer.ROOT,
        tree,
        (at, value) -> {
          if (digits(value) > MOST_DIGITS) {
            found.add(
                new FieldError(
                    at.text(), "wrong_type", at.name() + " must be a number of fewer digits."));
          } else if (value.size() > MOST_ENTRIES) {
            found.add(
                new FieldError(
                    at.text(),
                    "too_many",
                    at.name() + " may never have more than " + MOST_ENTRIES + " entries."));
          }
        });
    return found;
  }

  /** How many digits a whole number has, or an exponent stands for; none in any other value. */
  private static long digits(JsonNode value) {
    return switch (value) {
      case DecimalNode number -> Math.abs((long) number.decimalValue().scale());
      case BigIntegerNode number -> number.decimalValue().precision();
      default -> 0;
    };
  }

  /** What UTF-8 and the journal cannot hold is refused wherever it stands. */
  private static void checkStorable(Violations violations, Pointer at, JsonNode value) {
    if (value.isTextual() && !storable(value.asText())) {
      violations.add(at, "bad_character", at.name() + " contains U+0000 or half a surrogate pair.");
    }
  }

  /** Whether the text is one that UTF-8 and the journal can hold. */
  public static boolean storable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  /** Visits a tree and everything in it, each with its place. */
  public static void walk(Pointer at, JsonNode node, BiConsumer<Pointer, JsonNode> visitor) {
    visitor.accept(at, node);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      walk(at.to(field.getKey()), field.getValue(), visitor);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(at.to(i), node.get(i), visitor);
    }
  }
}
