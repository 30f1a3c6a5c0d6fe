package dev.tenure.activities.marketplace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.micronaut.core.type.Argument;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a marketplace's JSON by Micronaut Serde, and is the door for every text that
 * comes with it: what passes here can be stored and printed ({@link ForeignText#storable}).
 *
 * <p>Fields unknown here are ignored, a number is read where a text is wanted, money is decimal.
 * What is odd costs as little as can be: a field of another type is absent, an odd item of a list
 * is left out and counted, bytes that are no UTF-8 become {@code U+FFFD}.
 */
public final class ForeignJson {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  /** A whole number that is kept as an int becomes a double on its way to a decimal. */
  private static final JsonNodeTreeCodec TREES =
      JsonNodeTreeCodec.getInstance()
          .withConfig(
              JsonStreamConfig.DEFAULT
                  .withUseBigDecimalForFloats(true)
                  .withUseBigIntegerForInts(true));

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * The items of a list.
   *
   * @param unreadable how many were left out
   */
  public record Items<T>(List<T> read, int unreadable) {}

  private final ObjectMapper mapper;

  /**
   * For the bodies of one marketplace.
   *
   * @param body one of them; the others are in its package
   */
  public ForeignJson(Class<?> body) {
    this.mapper =
        ObjectMapper.create(
            Map.of("micronaut.serde.serialization.inclusion", "NON_NULL"), body.getPackageName());
  }

  /** A request's body, without what is null. */
  public String write(Object body) {
    try {
      return new String(mapper.writeValueAsBytes(body), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }

  /** The body as the type wanted; empty where it is no JSON object. */
  public <T> Optional<T> read(byte[] body, Class<T> type) {
    return tree(body).flatMap(tree -> read(tree, type));
  }

  /** An object as the type wanted; empty where it is none. */
  public <T> Optional<T> read(JsonNode tree, Class<T> type) {
    if (!tree.isObject()) {
      return Optional.empty();
    }
    Optional<T> whole = attempt(tree, type);
    return whole.isPresent() ? whole : attempt(readableFields(tree, type), type);
  }

  /** The items of a list, one by one; empty where there is no list. */
  public <T> Optional<Items<T>> items(@Nullable JsonNode list, Class<T> type) {
    if (list == null || !list.isArray()) {
      return Optional.empty();
    }
    List<T> read = new ArrayList<>();
    int unreadable = 0;
    for (JsonNode item : list.values()) {
      Optional<T> one = read(item, type);
      one.ifPresent(read::add);
      unreadable += one.isPresent() ? 0 : 1;
    }
    return Optional.of(new Items<>(read, unreadable));
  }

  /**
   * The items of a list that may be very long: the tree of the whole is never built.
   *
   * @param item takes each one
   * @return whether the body is a JSON object with that list
   */
  public static boolean each(byte[] body, String list, Consumer<JsonNode> item) {
    try (JsonParser parser = parser(body)) {
      boolean found = false;
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(list);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          found = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.accept(storable(TREES.readTree(parser)));
          }
        } else {
          parser.skipChildren();
        }
      }
      return found && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** A field's text, or its number as one; absent where it is anything else, or blank. */
  public static @Nullable String text(@Nullable JsonNode object, String field) {
    @Nullable JsonNode node = object == null || !object.isObject() ? null : object.get(field);
    if (node == null || !(node.isString() || node.isNumber())) {
      return null;
    }
    String text = node.coerceStringValue();
    return text.isBlank() ? null : text;
  }

  /** The body as a tree whose texts can be stored and printed; empty where it is no JSON. */
  public static Optional<JsonNode> tree(byte[] body) {
    try (JsonParser parser = parser(body)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      JsonNode tree = TREES.readTree(parser);
      return parser.nextToken() == null ? Optional.of(storable(tree)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static JsonParser parser(byte[] body) throws IOException {
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return FACTORY.createParser((Reader) text);
  }

  private <T> Optional<T> attempt(JsonNode tree, Class<T> type) {
    try {
      return Optional.ofNullable(mapper.readValueFromTree(tree, Argument.of(type)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Only those fields that are of their type. */
  private JsonNode readableFields(JsonNode tree, Class<?> type) {
    Map<String, JsonNode> readable = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : tree.entries()) {
      JsonNode alone = JsonNode.createObjectNode(Map.of(field.getKey(), field.getValue()));
      if (attempt(alone, type).isPresent()) {
        readable.put(field.getKey(), field.getValue());
      }
    }
    return JsonNode.createObjectNode(readable);
  }

  private static JsonNode storable(JsonNode node) {
    if (node.isString()) {
      String text = node.getStringValue();
      String clean = ForeignText.storable(text);
      return clean.equals(text) ? node : JsonNode.createStringNode(clean);
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>(node.size());
      node.values().forEach(item -> items.add(storable(item)));
      return JsonNode.createArrayNode(items);
    }
    if (node.isObject()) {
      Map<String, JsonNode> fields = new LinkedHashMap<>();
      node.entries()
          .forEach(
              field ->
                  fields.put(ForeignText.storable(field.getKey()), storable(field.getValue())));
      return JsonNode.createObjectNode(fields);
    }
    return node;
  }
}
