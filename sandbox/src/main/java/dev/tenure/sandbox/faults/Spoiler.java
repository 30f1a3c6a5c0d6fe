package dev.tenure.sandbox.faults;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Spoils an answer's body after the request was carried out. */
@Singleton
class Spoiler {
  private final ObjectMapper json;

  Spoiler(ObjectMapper json) {
    this.json = json;
  }

  void spoil(Fault.Order order, MutableHttpResponse<?> response) {
    Object body = response.body();
    if (body == null) {
      return;
    }
    String text = print(body);
    String spoiled =
        switch (order.kind()) {
          case TRUNCATE -> text.substring(0, text.length() / 2);
          case NOT_JSON -> "<html><body>Something went wrong</body></html>";
          // Inside a JSON text every quote is escaped, so this finds objects only.
          case EXTRA_FIELDS -> text.replace("{\"", "{\"unheardOf\":[1,{}],\"");
          case UNKNOWN_STATUS ->
              text.replaceAll("\"status\":\"[^\"]*\"", "\"status\":\"SOMETHING_NEW\"");
          case OVERSIZED -> " ".repeat(Math.max(0, order.bytes() - text.length())) + text;
          default -> text;
        };
    response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(spoiled.getBytes(StandardCharsets.UTF_8));
  }

  private String print(Object body) {
    try {
      return new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
