package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Spoils an answer's body after the request was carried out. */
@Singleton
class BodyFaults {
  private final ObjectMapper json;

  BodyFaults(ObjectMapper json) {
    this.json = json;
  }

  void spoil(Fault fault, MutableHttpResponse<?> response) {
    Object body = response.body();
    if (body == null) {
      return;
    }
    Fault.Order order = fault.order();
    byte[] whole = print(body);
    switch (order.kind()) {
      case STALL ->
          response
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .body(new StalledBody(whole, fault.lifted()));
      case GZIP ->
          response
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .header(HttpHeaders.CONTENT_ENCODING, "gzip")
              .body(compressed(whole));
      default -> rewrite(order, response, new String(whole, StandardCharsets.UTF_8));
    }
  }

  private static void rewrite(Fault.Order order, MutableHttpResponse<?> response, String text) {
    String spoiled =
        switch (order.kind()) {
          case TRUNCATE -> text.substring(0, text.length() / 2);
          case NOT_JSON -> "<html><body>Something went wrong</body></html>";
          // Inside a JSON text every quote is escaped, so this finds objects only.
          case EXTRA_FIELDS -> text.replace("{\"", "{\"unheardOf\":[1,{}],\"");
          case UNKNOWN_STATUS ->
              text.replaceAll("\"status\":\"[^\"]*\"", "\"status\":\"SOMETHING_NEW\"");
          case OVERSIZED -> " ".repeat(Math.max(0, order.bytes() - text.length())) + text;
          case SUBSTITUTE ->
              text.replaceAll(requireNonNull(order.pattern()), requireNonNull(order.replacement()));
          default -> text;
        };
    response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(spoiled.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] compressed(byte[] whole) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] print(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body of which the first half comes at once, and the second when the fault is lifted. */
  private static final class StalledBody extends InputStream {
    private final ByteArrayInputStream first;
    private final ByteArrayInputStream second;
    private final CompletableFuture<@Nullable Void> lifted;

    StalledBody(byte[] whole, CompletableFuture<@Nullable Void> lifted) {
      int half = whole.length / 2;
      this.first = new ByteArrayInputStream(whole, 0, half);
      this.second = new ByteArrayInputStream(whole, half, whole.length - half);
      this.lifted = lifted;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int read = first.read(into, offset, length);
      if (read >= 0) {
        return read;
      }
      lifted.join();
      return second.read(into, offset, length);
    }
  }
}
