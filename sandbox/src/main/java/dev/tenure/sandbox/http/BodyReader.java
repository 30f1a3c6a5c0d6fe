package dev.tenure.sandbox.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.tenure.sandbox.http.RequestDeserializers.Settings;
import dev.tenure.sandbox.http.RequestDeserializers.WrongKind;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Has Serde bind request bodies to records, whatever their content type says, and validates them.
 * Numbers stay as they are written: money that passed through binary floating point could be
 * another amount.
 *
 * @param <T> the record
 */
@Singleton
@Consumes(MediaType.ALL)
public class BodyReader<T extends RequestBody> implements MessageBodyReader<T> {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory EACH_ONCE =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'");
  private static final JsonNodeTreeCodec TREE =
      JsonNodeTreeCodec.getInstance()
          .withConfig(
              JsonStreamConfig.DEFAULT
                  .withUseBigDecimalForFloats(true)
                  .withUseBigIntegerForInts(true));

  private final JsonMapper lenient;
  private final JsonMapper strict;
  private final Validator validator;

  BodyReader(ObjectMapper json, Validator validator) {
    this.lenient = json.cloneWithViewClass(JsonViews.Wire.class);
    this.strict =
        json.cloneWithConfiguration(null, null, Settings.KNOWN_FIELDS_ONLY)
            .cloneWithViewClass(JsonViews.Wire.class);
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
   * Reads what did not come as the body of a request.
   *
   * @throws InvalidRequest when it does not fit the record
   */
  public <R extends RequestBody> R read(byte[] body, Class<R> type) {
    return read(Argument.of(type), body);
  }

  /**
   * A document with what a request changes about it; what is left out, or null, stays as it is.
   *
   * @throws InvalidRequest when the document cannot be so, or knows no such field
   */
  public <R> R changed(R document, byte[] change) {
    try {
      Argument<R> type = Argument.ofInstance(document);
      return valid(
          bind(
              strict, merged(lenient.writeValueToTree(document), object(change, EACH_ONCE)), type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode merged(JsonNode document, JsonNode change) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    document.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
    change
        .entries()
        .forEach(
            field -> {
              JsonNode known = document.get(field.getKey());
              JsonNode wanted = field.getValue();
              if (known != null && known.isObject() && wanted.isObject()) {
                fields.put(field.getKey(), merged(known, wanted));
              } else if (known == null || !wanted.isNull()) {
                fields.put(field.getKey(), wanted);
              }
            });
    return JsonNode.createObjectNode(fields);
  }

  private <R> R valid(R read) {
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
    return object(body, JSON);
  }

  private static JsonNode object(byte[] body, JsonFactory factory) {
    JsonNode node = parse(body, factory);
    if (!node.isObject()) {
      throw InvalidRequest.malformed("The body must be a JSON object.");
    }
    return node;
  }

  private <R> R read(Argument<R> type, byte[] body) {
    boolean knownOnly =
        type.getType().isAnnotationPresent(Strict.class) || type.isAnnotationPresent(Strict.class);
    return valid(
        bind(knownOnly ? strict : lenient, object(body, knownOnly ? EACH_ONCE : JSON), type));
  }

  private static <R> R bind(JsonMapper json, JsonNode node, Argument<R> type) {
    try {
      return json.readValueFromTree(node, type);
    } catch (SerdeException e) {
      throw wrong(node, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(byte[] body, JsonFactory factory) {
    if (body.length == 0) {
      throw InvalidRequest.malformed("A JSON body is required.");
    }
    try (JsonParser parser = factory.createParser(body)) {
      JsonNode value = TREE.readTree(parser);
      if (parser.nextToken() != null) {
        throw new IOException("something follows the JSON value");
      }
      return value;
    } catch (IOException | NumberFormatException e) {
      Matcher twice = TWICE.matcher(String.valueOf(e.getMessage()));
      throw twice.find()
          ? InvalidRequest.field(twice.group(1), "stands twice; send it once")
          : InvalidRequest.malformed("The body is not valid JSON.");
    }
  }

  /** Names the field, such as {@code approvals[0].edit.amount}; Serde tells its last part first. */
  private static InvalidRequest wrong(JsonNode body, SerdeException e) {
    StringBuilder name = new StringBuilder();
    JsonNode at = body;
    for (ReferencePath part : e.getPath().reversed()) {
      switch (part) {
        case PropertyReferencePath field -> {
          String key = json(field.property());
          name.append(name.isEmpty() ? "" : ".").append(key);
          at = inside(at, key);
        }
        case MapItemReferencePath entry -> {
          name.append('.').append(entry.key());
          at = inside(at, entry.key());
        }
        case CollectionItemReferencePath item -> {
          if (!at.isArray()) {
            return InvalidRequest.field(name.toString(), "must be a list");
          }
          name.append('[').append(item.index()).append(']');
          at = requireNonNull(at.get(item.index()));
        }
      }
    }
    return InvalidRequest.field(name.toString(), words(e));
  }

  private static JsonNode inside(JsonNode object, String key) {
    JsonNode value = object.get(key);
    return value == null ? JsonNode.nullNode() : value;
  }

  private static String json(Argument<?> property) {
    return property
        .getAnnotationMetadata()
        .stringValue(SerdeConfig.class, SerdeConfig.PROPERTY)
        .orElse(property.getName());
  }

  private static String words(SerdeException e) {
    if (e instanceof WrongKind) {
      return String.valueOf(e.getMessage());
    }
    // The field that nobody knows has no type; whatever else Serde refuses is to be a record.
    return e.getPath().getFirst().getArgument().getType() == Object.class
        ? "is not known here"
        : "must be an object";
  }
}
