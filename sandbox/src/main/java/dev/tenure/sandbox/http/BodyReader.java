package dev.tenure.sandbox.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.tenure.sandbox.http.RequestDeserializers.KnownFieldsOnly;
import dev.tenure.sandbox.http.RequestDeserializers.WrongKind;
import io.micronaut.core.annotation.AnnotationMetadata;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has Serde bind request bodies to records, whatever their content type says. Numbers stay as they
 * are written: money that passed through binary floating point could be another amount.
 *
 * @param <T> the record
 */
@Singleton
@Consumes(MediaType.ALL)
public class BodyReader<T extends RequestBody> implements MessageBodyReader<T> {
  private static final JsonFactory JSON = new JsonFactory();
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
    this.lenient = json.cloneWithViewClass(RequestDeserializers.View.class);
    this.strict =
        json.cloneWithConfiguration(null, null, new KnownFieldsOnly())
            .cloneWithViewClass(RequestDeserializers.View.class);
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
    R read = bind(object(body), Argument.of(type));
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
    return bind(object(body), type);
  }

  private <R> R bind(JsonNode node, Argument<R> type) {
    boolean knownOnly =
        type.getType().isAnnotationPresent(Strict.class) || type.isAnnotationPresent(Strict.class);
    try {
      return (knownOnly ? strict : lenient).readValueFromTree(node, type);
    } catch (SerdeException e) {
      throw InvalidRequest.field(name(e.getPath()), words(e));
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

  /** {@code approvals[0].edit.amount}; Serde tells the innermost part first. */
  private static String name(List<ReferencePath> path) {
    StringBuilder name = new StringBuilder();
    for (ReferencePath part : path.reversed()) {
      switch (part) {
        case PropertyReferencePath field ->
            name.append(name.isEmpty() ? "" : ".").append(json(field.property()));
        case CollectionItemReferencePath item -> name.append('[').append(item.index()).append(']');
        case MapItemReferencePath entry -> name.append('.').append(entry.key());
      }
    }
    return name.toString();
  }

  private static String json(Argument<?> property) {
    AnnotationMetadata metadata = property.getAnnotationMetadata();
    return metadata.stringValue(SerdeConfig.class, SerdeConfig.PROPERTY).orElse(property.getName());
  }

  private static String words(SerdeException e) {
    if (e instanceof WrongKind wrong) {
      return wrong.words();
    }
    // The field that nobody knows has no type; whatever else Serde refuses is to be a record.
    return e.getPath().getFirst().getArgument().getType() == Object.class
        ? "is not known here"
        : "must be an object";
  }
}
