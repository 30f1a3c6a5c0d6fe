package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Turns request bodies into fields; it is asked only after the gates were passed. */
@Singleton
public class Bodies {
  private static final byte[] NOTHING = {};

  public Fields read(HttpRequest<byte[]> request) {
    byte[] body = request.getBody().orElse(NOTHING);
    if (body.length == 0) {
      throw Refusal.malformed("A JSON body is required.");
    }
    return parse(body);
  }

  /** The fields of a JSON object. */
  public Fields parse(byte[] body) {
    try {
      JsonNode node = JsonText.parse(body);
      if (!node.isObject()) {
        throw Refusal.malformed("The body must be a JSON object.");
      }
      return new Fields(node, "");
    } catch (IOException e) {
      throw Refusal.malformed("The body is not valid JSON.");
    }
  }

  /** For the sandbox's own controls: what the reader does not ask for is refused by its name. */
  public <T> T strict(HttpRequest<byte[]> request, Function<Fields, T> reader) {
    Fields fields = readOrEmpty(request);
    T read = reader.apply(fields);
    fields.requireNoOthers();
    return read;
  }

  /** For calls whose body may be left out. */
  public Fields readOrEmpty(HttpRequest<byte[]> request) {
    return request.getBody().orElse(NOTHING).length == 0
        ? new Fields(JsonNode.createObjectNode(Map.of()), "")
        : read(request);
  }
}
