package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What faults make of the body of an answer.
 *
 * @param whole the body as it would have been sent, which is JSON
 */
record SpoiledBody(String whole, FaultOrder order) {
  private static final Duration LONGEST_SEARCH = Duration.ofSeconds(5);
  private static final int LONGEST_TEXT = 16 << 20;
  private static final Set<String> WORDS_OF_STATUS = Set.of("status", "raw");

  /** A pattern would have searched, or a body would have grown, without end. */
  static final class OutOfBounds extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    OutOfBounds(String words) {
      super(words, null, false, false);
    }
  }

  private JsonNode tree() {
    return BodyReader.object(bytes(whole));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Cut, replaced by what an edge sends, or padded. */
  byte[] rewritten(Fault.Kind kind) {
    return bytes(
        switch (kind) {
          case TRUNCATE -> whole.substring(0, whole.length() / 2);
          case NOT_JSON -> "<html><body>Something went wrong</body></html>";
          case OVERSIZED ->
              " ".repeat(Math.max(0, requireNonNull(order.bytes()) - whole.length())) + whole;
          default -> whole;
        });
  }

  byte[] compressed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(bytes(whole));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The first half comes at once, and the second when it is released. */
  InputStream stalled(CompletableFuture<?> released) {
    byte[] all = bytes(whole);
    int half = all.length / 2;
    InputStream second =
        new ByteArrayInputStream(all, half, all.length - half) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            released.join();
            return super.read(into, offset, length);
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(all, 0, half), second);
  }

  JsonNode extraFields() {
    JsonNode unheardOf =
        JsonNode.createArrayNode(
            List.of(JsonNode.createNumberNode(1), JsonNode.createObjectNode(Map.of())));
    return eachObject(tree(), fields -> fields.put("unheardOf", unheardOf));
  }

  JsonNode unknownStatus() {
    JsonNode word = JsonNode.createStringNode("SOMETHING_NEW");
    return eachObject(
        tree(),
        fields ->
            fields.replaceAll(
                (name, value) ->
                    value.isString() && WORDS_OF_STATUS.contains(name) ? word : value));
  }

  /**
   * A page that names as the next one the cursor that it was asked for with; without one that of
   * the page, or of its last item.
   */
  JsonNode repeated(@Nullable String asked) {
    JsonNode page = tree();
    String given = Texts.given(asked);
    String last = lastId(page);
    return eachObject(
        page,
        fields -> {
          JsonNode next = fields.get("nextCursor");
          boolean leadsOn = next != null && next.isString();
          String cursor =
              given != null ? given : leadsOn ? requireNonNull(next).getStringValue() : last;
          // OpenContract leaves the cursor of a last page out, and tells it beside the items.
          if (cursor != null && (next != null || fields.containsKey("requestId"))) {
            fields.put("nextCursor", JsonNode.createStringNode(cursor));
            fields.computeIfPresent("hasMore", (name, no) -> JsonNode.createBooleanNode(true));
          }
        });
  }

  private static @Nullable String lastId(JsonNode page) {
    String last = null;
    for (JsonNode items : page.values()) {
      JsonNode item = items.isArray() && items.size() > 0 ? items.get(items.size() - 1) : null;
      JsonNode id = item == null ? null : item.get("id");
      last = id == null ? last : id.getStringValue();
    }
    return last;
  }

  /** The body with the fields of its every object changed, however deep. */
  private static JsonNode eachObject(JsonNode node, Consumer<Map<String, JsonNode>> change) {
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.values().forEach(item -> items.add(eachObject(item, change)));
      return JsonNode.createArrayNode(items);
    } else if (!node.isObject()) {
      return node;
    }
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    node.entries()
        .forEach(field -> fields.put(field.getKey(), eachObject(field.getValue(), change)));
    change.accept(fields);
    return JsonNode.createObjectNode(fields);
  }

  /**
   * What the pattern finds is replaced.
   *
   * @throws OutOfBounds when that takes too long, or too much
   */
  byte[] substituted() {
    String replacement = requireNonNull(order.replacement());
    long groups = replacement.chars().filter(sign -> sign == '$').count();
    TimedText text = new TimedText(whole, System.nanoTime() + LONGEST_SEARCH.toNanos());
    Matcher found = Pattern.compile(requireNonNull(order.pattern())).matcher(text);
    StringBuilder made = new StringBuilder();
    try {
      while (found.find()) {
        if (made.length() + replacement.length() + groups * longest(found) > LONGEST_TEXT) {
          throw new OutOfBounds("makes the body longer than " + LONGEST_TEXT + " characters");
        }
        found.appendReplacement(made, replacement);
      }
    } catch (StackOverflowError e) {
      throw new OutOfBounds("goes too deep for this body");
    }
    return bytes(found.appendTail(made).toString());
  }

  private static long longest(Matcher found) {
    return IntStream.rangeClosed(0, found.groupCount())
        .map(group -> found.end(group) - found.start(group))
        .max()
        .orElse(0);
  }

  /** A text that can be searched until a moment of {@link System#nanoTime}. */
  private record TimedText(String text, long until) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (System.nanoTime() - until > 0) {
        throw new OutOfBounds(
            "searches this body for more than " + LONGEST_SEARCH.toSeconds() + " seconds");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
