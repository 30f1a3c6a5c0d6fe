package dev.tenure.sandbox.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import io.micronaut.serde.config.DeserializationConfiguration;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.util.CustomizableDeserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How Serde reads values in requests: it would take {@code ["1"]} for a text and 1.5 for a whole
 * number, and here a value has to be of its kind. What the sandbox itself has stored is read as
 * Serde does.
 */
@Factory
final class RequestDeserializers {
  private static final int MOST_DIGITS = 30;

  // A double's smallest value has 1,074 decimals; whatever is finer is nothing to a client's JSON.
  private static final int FINEST = 1_100;

  /** A value is not what its field holds; the words go on from the field's name. */
  static final class WrongKind extends SerdeException {
    @Serial private static final long serialVersionUID = 1L;

    WrongKind(String words) {
      super(words);
    }
  }

  /** Settings of Serde; the methods that it asks are the record's own. */
  record Settings(boolean isIgnoreUnknown, int getArraySizeThreshold, boolean isStrictNullable)
      implements DeserializationConfiguration {
    /** As they are usually, but that unknown fields are refused. */
    static final Settings KNOWN_FIELDS_ONLY = new Settings(false, 100, false);
  }

  private interface Reading<F, T> {
    T read(F from) throws IOException;
  }

  @Singleton
  Deserializer<String> text() {
    return strict(
        Decoder::decodeString,
        node -> {
          require(node.isString(), "must be a text");
          return node.getStringValue();
        });
  }

  @Singleton
  @Primary
  Deserializer<List<String>> texts() {
    return (decoder, context, type) -> {
      JsonNode list = decoder.decodeNode();
      require(list.isArray(), "must be a list");
      List<String> all = new ArrayList<>();
      for (JsonNode item : list.values()) {
        require(item.isString(), "must hold texts only");
        all.add(item.getStringValue());
      }
      return all;
    };
  }

  @Singleton
  Deserializer<Boolean> truth() {
    return strict(
        Decoder::decodeBoolean,
        node -> {
          require(node.isBoolean(), "must be true or false");
          return node.getBooleanValue();
        });
  }

  @Singleton
  Deserializer<BigDecimal> decimal() {
    return strict(Decoder::decodeBigDecimal, RequestDeserializers::number);
  }

  @Singleton
  Deserializer<Long> wholeLong() {
    return strict(Decoder::decodeLong, node -> whole(node, Long.MAX_VALUE));
  }

  @Singleton
  Deserializer<Integer> wholeInteger() {
    return strict(Decoder::decodeInt, node -> (int) whole(node, Integer.MAX_VALUE));
  }

  private static <T> Deserializer<T> strict(
      Reading<Decoder, T> usual, Reading<JsonNode, T> requested) {
    return (decoder, context, type) ->
        context.hasView(JsonViews.Stored.class)
            ? usual.read(decoder)
            : requested.read(decoder.decodeNode());
  }

  private static BigDecimal number(JsonNode node) throws WrongKind {
    require(node.isNumber(), "must be a number");
    BigDecimal number = node.getBigDecimalValue();
    require(
        (long) number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= FINEST,
        "is out of range");
    return number;
  }

  private static long whole(JsonNode node, long most) throws WrongKind {
    BigDecimal number = number(node);
    require(
        number.stripTrailingZeros().scale() <= 0
            && number.abs().compareTo(BigDecimal.valueOf(most)) <= 0,
        "must be a whole number");
    return number.longValueExact();
  }

  private static void require(boolean fits, String words) throws WrongKind {
    if (!fits) {
      throw new WrongKind(words);
    }
  }

  /** Constants by their words where they have any, and by their names. */
  @Singleton
  @Primary
  static final class OfEnum<E extends Enum<E>> implements CustomizableDeserializer<E> {
    @Override
    @SuppressWarnings("unchecked") // of the type itself
    public Deserializer<E> createSpecific(
        Deserializer.DecoderContext context, Argument<? super E> type) {
      List<E> all = List.of((E[]) type.getType().getEnumConstants());
      String words = all.stream().map(EnumWord::of).collect(Collectors.joining(", "));
      return (decoder, inner, same) -> {
        JsonNode node = decoder.decodeNode();
        return all.stream()
            .filter(one -> node.isString() && fits(one, node.getStringValue(), inner))
            .findFirst()
            .orElseThrow(() -> new WrongKind("must be one of " + words));
      };
    }

    private static boolean fits(Enum<?> one, String text, DecoderContext context) {
      return text.equals(EnumWord.of(one))
          || (context.hasView(JsonViews.Stored.class) && text.equals(one.name()));
    }
  }

  /** Prints constants by their words; what is stored goes by names. */
  @Singleton
  @Primary
  static final class EnumSerializer<E extends Enum<E>> implements Serializer<E> {
    @Override
    public void serialize(
        Encoder encoder, EncoderContext context, Argument<? extends E> type, E value)
        throws IOException {
      encoder.encodeString(
          context.hasView(JsonViews.Wire.class) ? EnumWord.of(value) : value.name());
    }
  }
}
