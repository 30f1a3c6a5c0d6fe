package dev.tenure.api.hires;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a body strictly: no unknown field, no other JSON type than the one described. */
final class BodyReader {

  private static final JsonMapper MAPPER = mapper();

  private BodyReader() {}

  static <T> T read(byte @Nullable [] body, Class<T> type) {
    if (body == null || body.length == 0) {
      throw Problems.malformed("The body is empty; a JSON object is needed.", List.of());
    }
    List<FieldError> unknown = new ArrayList<>();
    T read = parse(body, type, unknown);
    if (!unknown.isEmpty()) {
      throw Problems.malformed(words(unknown), unknown);
    }
    return read;
  }

  private static <T> T parse(byte[] body, Class<T> type, List<FieldError> found) {
    try {
      T read =
          MAPPER
              .readerFor(type)
              .withHandler(new UnknownFields(found))
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(body);
      if (read == null) {
        throw Problems.malformed("The body is null; a JSON object is needed.", List.of());
      }
      return read;
    } catch (MismatchedInputException e) {
      found.add(wrongType(e));
      throw Problems.malformed(words(found), found);
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

  private static FieldError wrongType(MismatchedInputException e) {
    Pointer at = pointer(e.getPath());
    String wanted = Shapes.words(e.getTargetType());
    return new FieldError(
        at.text(), "wrong_type", Violations.name(at) + " must be " + wanted + ".");
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  private static Pointer pointer(List<Reference> path) {
    Pointer pointer = Pointer.ROOT;
    for (Reference step : path) {
      pointer =
          step.getFieldName() == null
              ? pointer.to(step.getIndex())
              : pointer.to(step.getFieldName());
    }
    return pointer;
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** Notes every unknown field and reads on, so that all of them are told at once. */
  private static final class UnknownFields extends DeserializationProblemHandler {

    private final List<FieldError> found;

    UnknownFields(List<FieldError> found) {
      this.found = found;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object target,
        String name)
        throws IOException {
      String at = parser.getParsingContext().pathAsPointer().toString();
      found.add(new FieldError(at, "unknown_field", "There is no field " + name + " here."));
      parser.skipChildren();
      return true;
    }
  }
}
