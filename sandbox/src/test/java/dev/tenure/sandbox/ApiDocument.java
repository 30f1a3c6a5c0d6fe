package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The served OpenAPI document, as tests want to walk through it. */
final class ApiDocument {
  /** One call that it describes. */
  record Call(String method, String path, JsonNode node) {
    String id() {
      return Reply.in(node, "operationId").getStringValue();
    }

    @Nullable JsonNode gate() {
      return node.get("x-gate");
    }

    List<JsonNode> parameters(String in) {
      List<JsonNode> found = new ArrayList<>();
      JsonNode parameters = node.get("parameters");
      if (parameters != null) {
        parameters.values().forEach(found::add);
      }
      return found.stream().filter(one -> Reply.in(one, "in").getStringValue().equals(in)).toList();
    }

    /** The schema of its body by content type; empty when it has none. */
    Map<String, JsonNode> body() {
      JsonNode body = node.get("requestBody");
      Map<String, JsonNode> schemas = new TreeMap<>();
      if (body != null) {
        Reply.in(body, "content")
            .entries()
            .forEach(entry -> schemas.put(entry.getKey(), Reply.in(entry.getValue(), "schema")));
      }
      return schemas;
    }

    /** The schema of the answer with this status; null when it is not declared. */
    @Nullable JsonNode answer(int status) {
      JsonNode response = Reply.in(node, "responses").get(Integer.toString(status));
      return response == null ? null : Reply.in(response, "content", "application/json", "schema");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private final JsonNode root;

  ApiDocument(Market market) {
    this(market.as("").get("/openapi.json"));
  }

  ApiDocument(Reply reply) {
    if (reply.status() != 200) {
      throw new AssertionError(reply.body());
    }
    this.root = reply.json();
  }

  JsonNode root() {
    return root;
  }

  List<Call> calls() {
    List<Call> all = new ArrayList<>();
    Reply.in(root, "paths")
        .entries()
        .forEach(
            path ->
                path.getValue()
                    .entries()
                    .forEach(
                        one ->
                            all.add(
                                new Call(
                                    one.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    one.getValue()))));
    return all;
  }

  /** The schema itself, also where a null is allowed beside it. */
  JsonNode whole(JsonNode reference) {
    JsonNode schema = resolve(reference);
    JsonNode allOf = schema.get("allOf");
    return allOf == null ? schema : resolve(allOf.values().iterator().next());
  }

  JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.get("$ref");
    return ref == null
        ? schema
        : Reply.in(root, "components", "schemas", ref.getStringValue().replaceFirst(".*/", ""));
  }
}
