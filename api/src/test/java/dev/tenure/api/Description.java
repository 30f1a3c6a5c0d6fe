package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.openapi.OpenApiDocument;
import dev.tenure.api.openapi.OperationScopes;
import io.micronaut.core.io.ResourceResolver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the front says of itself in OpenAPI, to be held against what it does. */
final class Description {

  /** The one in the build, which the front serves. */
  static final Description HERE = read();

  /** Headers of ours: none may come that is not described. */
  private static final Set<String> HEADERS =
      Set.of(
          "etag",
          "location",
          "idempotency-key",
          "preference-applied",
          "retry-after",
          "www-authenticate");

  /** An operation that is described. */
  record Operation(String method, String path, JsonNode node) {

    String id() {
      return node.path("operationId").asText();
    }

    private boolean serves(String asked) {
      String[] mine = path.split("/", -1);
      String[] theirs = asked.split("/", -1);
      boolean fits = mine.length == theirs.length;
      for (int i = 0; fits && i < mine.length; i++) {
        fits = mine[i].startsWith("{") || mine[i].equals(theirs[i]);
      }
      return fits;
    }

    private long variables() {
      return path.chars().filter(c -> c == '{').count();
    }
  }

  private final JsonNode root;
  private final Schemas schemas;

  private Description(JsonNode root) {
    this.root = root;
    this.schemas = new Schemas(root);
  }

  private static Description read() {
    JsonNode root =
        new OpenApiDocument(new ResourceResolver(), new OperationScopes(Map.of())).tree();
    for (JsonNode path : root.path("paths")) {
      for (JsonNode operation : path) {
        operation
            .path("responses")
            .properties()
            .forEach(response -> response.setValue(named(root, response.getValue())));
        ArrayNode parameters = operation.withArray("/parameters").deepCopy();
        for (int i = 0; i < parameters.size(); i++) {
          ObjectNode parameter = (ObjectNode) named(root, parameters.get(i)).deepCopy();
          JsonNode schema = new Schemas(root).resolved(parameter.path("schema"));
          parameters.set(i, parameter.set("schema", schema));
        }
        ((ObjectNode) operation).set("parameters", parameters);
      }
    }
    return new Description(root);
  }

  /** What a reference names, or what stands there itself. */
  private static JsonNode named(JsonNode root, JsonNode node) {
    return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
  }

  JsonNode root() {
    return root;
  }

  Schemas schemas() {
    return schemas;
  }

  Stream<Operation> operations() {
    return root.at("/paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(
                        one ->
                            new Operation(
                                one.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                one.getValue())));
  }

  Optional<Operation> operation(String method, String path) {
    return operations()
        .filter(one -> one.method().equals(method) && one.serves(path))
        .min(Comparator.comparingLong(Operation::variables));
  }

  /** Everything in which an answer differs from its description. */
  List<String> faults(String method, String path, Http.Answer answer) {
    Optional<Operation> operation = operation(method, path);
    if (operation.isEmpty()) {
      return answer.status() < 400
          ? List.of("there is no such operation, and it answers " + answer.status())
          : schemas.faults("Problem", answer.json());
    }
    JsonNode described = described(operation.get(), answer.status());
    if (described.isMissingNode()) {
      return List.of("status " + answer.status() + " is not described");
    }
    List<String> faults = new ArrayList<>(headers(described, answer));
    faults.addAll(body(described, answer));
    return faults;
  }

  /** By its own number, or else by its class, e.g. 4XX. */
  private static JsonNode described(Operation operation, int status) {
    JsonNode responses = operation.node().path("responses");
    JsonNode exact = responses.path(Integer.toString(status));
    return exact.isMissingNode() ? responses.path(status / 100 + "XX") : exact;
  }

  private static List<String> headers(JsonNode described, Http.Answer answer) {
    return answer.raw().headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(HEADERS::contains)
        .filter(name -> names(described.path("headers")).noneMatch(name::equals))
        .map(name -> "header " + name + " is not described")
        .toList();
  }

  private static Stream<String> names(JsonNode headers) {
    return StreamSupport.stream(((Iterable<String>) headers::fieldNames).spliterator(), false)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private List<String> body(JsonNode described, Http.Answer answer) {
    JsonNode content = described.path("content");
    String type = answer.header("Content-Type").split(";", 2)[0];
    if (content.isMissingNode() || content.isEmpty()) {
      return answer.raw().body().isEmpty() ? List.of() : List.of("a body is not described");
    }
    if (content.has(type) && !type.matches("application/(problem\\+)?json")) {
      return List.of();
    }
    return content.has(type)
        ? schemas.faults(content.path(type).path("schema"), answer.json())
        : List.of("content type " + type + " is not described");
  }
}
