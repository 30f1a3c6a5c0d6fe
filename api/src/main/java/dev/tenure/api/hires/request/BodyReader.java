package dev.tenure.api.hires.request;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Problems;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body strictly: no unknown field, no other JSON type than the one described. */
public final class BodyReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private BodyReader() {}

  static <T> T read(byte @Nullable [] body, Class<T> type) {
    return bind(tree(body, type), type);
  }

  /** The body as it is, after it was held against the type. */
  public static JsonNode tree(byte @Nullable [] body, Class<?> type) {
    JsonNode tree = parse(body);
    List<FieldError> errors = BodyValidator.errors(tree, type);
    if (!errors.isEmpty()) {
      throw Problems.malformed(words(errors), errors);
    }
    return tree;
  }

  /** Makes a record of JSON that fits it. */
  public static <T> T bind(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw new IllegalStateException("the shape was right, and yet", e);
    }
  }

  private static JsonNode parse(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      throw Problems.malformed("The body is empty; a JSON object is needed.", List.of());
    }
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw Problems.malformed("The body is not valid JSON" + place(e) + ".", List.of());
    } catch (IOException e) {
      throw Problems.malformed("The body cannot be read.", List.of());
    }
  }

  private static String words(List<FieldError> errors) {
    return errors.size() == 1
        ? errors.getFirst().detail()
        : errors.size() + " fields cannot be read; see errors.";
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
