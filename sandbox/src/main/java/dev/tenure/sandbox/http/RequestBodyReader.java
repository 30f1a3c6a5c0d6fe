package dev.tenure.sandbox.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Binds request bodies to records, whatever their content type says. Serde alone would read {@code
 * "1"} as a number and drop what it does not know; here a value has to be of its kind, a wrong one
 * is refused by its name, and numbers stay as they are written: money that passed through binary
 * floating point could be another amount.
 *
 * @param <T> the record
 */
@Singleton
@Consumes(MediaType.ALL)
public class RequestBodyReader<T extends RequestBody> implements MessageBodyReader<T> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonNodeTreeCodec TREE =
      JsonNodeTreeCodec.getInstance()
          .withConfig(
              JsonStreamConfig.DEFAULT
                  .withUseBigDecimalForFloats(true)
                  .withUseBigIntegerForInts(true));
  private static final int MOST_DIGITS = 30;
  // A double's smallest value has 1,074 decimals; whatever is finer is nothing to a client's JSON.
  private static final int FINEST = 1_100;

  private final ObjectMapper json;
  private final Validator validator;

  RequestBodyReader(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return RequestBody.class.isAssignableFrom(type.getType());
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    return read(type, body.toByteArray());
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
    try {
      return read(type, body.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads and validates what did not come as the body of a request.
   *
   * @throws InvalidRequest when it does not fit the record
   */
  public <R extends RequestBody> R read(byte[] body, Class<R> type) {
    R read = bind(parse(body), Argument.of(type));
    var violations = validator.validate(read);
    if (!violations.isEmpty()) {
      throw InvalidRequest.of(violations);
    }
    return read;
  }

  /**
   * A JSON object as it came, for whoever has to tell null from absent.
   *
   * @throws InvalidRequest when it is none
   */
  public static JsonNode object(byte[] body) {
    JsonNode node = parse(body);
    if (!node.isObject()) {
      throw InvalidRequest.malformed("The body must be a JSON object.");
    }
    return node;
  }

  private T read(Argument<T> type, byte[] body) {
    boolean form = BeanIntrospection.getIntrospection(type.getType()).hasAnnotation(Form.class);
    return bind(form ? form(body) : parse(body), type);
  }

  private <R> R bind(JsonNode node, Argument<R> type) {
    if (!node.isObject()) {
      throw InvalidRequest.malformed("The body must be a JSON object.");
    }
    BeanIntrospection<R> shape = BeanIntrospection.getIntrospection(type.getType());
    checkObject(
        shape,
        node,
        "",
        shape.hasAnnotation(Strict.class) || type.isAnnotationPresent(Strict.class));
    try {
      return json.readValueFromTree(node, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(byte[] body) {
    if (body.length == 0) {
      throw InvalidRequest.malformed("A JSON body is required.");
    }
    try (JsonParser parser = JSON.createParser(body)) {
      JsonNode value = TREE.readTree(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the JSON value");
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      throw InvalidRequest.malformed("The body is not valid JSON.");
    }
  }

  private static JsonNode form(byte[] body) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    new QueryStringDecoder(new String(body, StandardCharsets.UTF_8), false)
        .parameters()
        .forEach((name, values) -> fields.put(name, JsonNode.createStringNode(values.getFirst())));
    return JsonNode.createObjectNode(fields);
  }

  private static void checkObject(
      BeanIntrospection<?> shape, JsonNode object, String at, boolean strict) {
    Map<String, Argument<?>> known = new LinkedHashMap<>();
    for (BeanProperty<?, ?> property : shape.getBeanProperties()) {
      known.put(
          property.stringValue(JsonProperty.class).orElse(property.getName()),
          property.asArgument());
    }
    known.forEach(
        (name, type) -> {
          JsonNode value = object.get(name);
          if (value != null && !value.isNull()) {
            check(type, value, at + name, strict);
          }
        });
    if (strict) {
      object
          .entries()
          .forEach(
              entry ->
                  require(
                      known.containsKey(entry.getKey()), at + entry.getKey(), "is not known here"));
    }
    String[] alternatives = shape.stringValues(AnyOf.class);
    require(
        alternatives.length == 0 || Stream.of(alternatives).anyMatch(name -> given(object, name)),
        at + (alternatives.length == 0 ? "" : alternatives[0]),
        alternatives.length < 2 ? "is required" : "or " + alternatives[1] + " is required");
  }

  private static boolean given(JsonNode object, String name) {
    JsonNode value = object.get(name);
    return value != null
        && !value.isNull()
        && (!value.isString() || Texts.said(value.getStringValue()) != null);
  }

  private static void check(Argument<?> type, JsonNode value, String name, boolean strict) {
    Class<?> kind = type.getType();
    if (kind == JsonNode.class) {
      return; // Of several kinds; the record itself has to look.
    } else if (kind == String.class) {
      require(value.isString(), name, "must be a text");
    } else if (kind == Boolean.class) {
      require(value.isBoolean(), name, "must be true or false");
    } else if (kind == BigDecimal.class) {
      number(value, name);
    } else if (kind == Long.class || kind == Integer.class) {
      whole(value, name, kind == Long.class ? Long.MAX_VALUE : Integer.MAX_VALUE);
    } else if (kind == List.class) {
      require(value.isArray(), name, "must be a list");
      list(type.getTypeParameters()[0], value, name, strict);
    } else if (kind == Map.class) {
      require(value.isObject(), name, "must be an object");
      value
          .entries()
          .forEach(
              entry ->
                  check(
                      type.getTypeParameters()[1],
                      entry.getValue(),
                      name + "." + entry.getKey(),
                      strict));
    } else if (kind.isEnum()) {
      List<String> words =
          Stream.of(kind.getEnumConstants()).map(word -> ((Enum<?>) word).name()).toList();
      require(
          value.isString() && words.contains(value.getStringValue()),
          name,
          "must be one of " + String.join(", ", words));
    } else {
      require(value.isObject(), name, "must be an object");
      checkObject(BeanIntrospection.getIntrospection(kind), value, name + ".", strict);
    }
  }

  private static void list(Argument<?> type, JsonNode array, String name, boolean strict) {
    int place = 0;
    for (JsonNode item : array.values()) {
      if (type.getType() == String.class) {
        require(item.isString(), name, "must hold texts only");
      } else {
        check(type, item, name + "[" + place++ + "]", strict);
      }
    }
  }

  private static BigDecimal number(JsonNode value, String name) {
    require(value.isNumber(), name, "must be a number");
    BigDecimal number = value.getBigDecimalValue();
    require(
        (long) number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= FINEST,
        name,
        "is out of range");
    return number;
  }

  private static void whole(JsonNode value, String name, long most) {
    BigDecimal number = number(value, name);
    require(
        number.stripTrailingZeros().scale() <= 0
            && number.abs().compareTo(BigDecimal.valueOf(most)) <= 0,
        name,
        "must be a whole number");
  }

  private static void require(boolean fits, String name, String words) {
    if (!fits) {
      throw InvalidRequest.field(name, words);
    }
  }
}
