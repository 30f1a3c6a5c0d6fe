package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenure.activities.opentrain.json.ErrorBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and writes OpenTrain's JSON: unknown fields are ignored, money is decimal. */
final class OpenTrainJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private static final ObjectReader ELEMENT =
      MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private OpenTrainJson() {}

  static String write(Object body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }

  /** The body as the type wanted; empty when it is none. */
  static <T> Optional<T> read(String body, Class<T> type) {
    try {
      return Optional.ofNullable(MAPPER.readValue(body, type));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * The elements of an array that may be long, one at a time: neither the tree of the whole is
   * built, nor does an odd element keep the others from being read.
   *
   * @param element an element as wanted; empty for one that is to be left out
   * @return empty when the body is no JSON object with that array
   */
  static <T> Optional<List<T>> elements(
      String body, String array, Function<JsonNode, Optional<T>> element) {
    try (JsonParser parser = MAPPER.createParser(body)) {
      List<T> found = null;
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(array);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          found = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.apply(ELEMENT.readTree(parser)).ifPresent(found::add);
          }
        } else {
          parser.skipChildren();
        }
      }
      return Optional.ofNullable(found);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The error envelope; empty when the answer did not come from the API itself. */
  static Optional<ErrorBody> error(String body) {
    return read(body, ErrorBody.class).filter(error -> error.code() != null);
  }
}
