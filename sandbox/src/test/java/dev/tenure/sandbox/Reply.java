package dev.tenure.sandbox;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An answer, with a short way into its JSON: {@code text("approval.id")}. */
record Reply(int status, String body, HttpHeaders headers) {
  private static final JsonMapper JSON = JsonMapper.createDefault();

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  JsonNode json() {
    return parse(body);
  }

  static JsonNode parse(String text) {
    try {
      return Objects.requireNonNull(JSON.readValue(text, JsonNode.class));
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  static String print(JsonNode node) {
    try {
      return new String(JSON.writeValueAsBytes(node), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What must be there, step by step. */
  static JsonNode in(JsonNode node, String... path) {
    JsonNode here = node;
    for (String step : path) {
      here = Objects.requireNonNull(here.get(step), step);
    }
    return here;
  }

  JsonNode at(String path) {
    JsonNode node = json();
    for (String step : path.split("\\.", -1)) {
      JsonNode next = step.matches("[0-9]+") ? node.get(Integer.parseInt(step)) : node.get(step);
      if (next == null) {
        throw new AssertionError("no " + path + " in " + body);
      }
      node = next;
    }
    return node;
  }

  String text(String path) {
    return at(path).coerceStringValue();
  }

  long number(String path) {
    return at(path).getLongValue();
  }

  int size(String path) {
    return at(path).size();
  }
}
