package dev.tenure.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.access.Scope;
import dev.tenure.api.body.BuiltDocument;
import dev.tenure.api.events.EventType;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.problem.Parameters;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.representer.Representer;

/**
 * The OpenAPI document of the front: what the build derives from the controllers, and beside it
 * what is the same for many operations and is therefore said here once: the problems, the headers
 * of commands, the bounds of lists, the catalogue of events, and examples.
 */
@Singleton
public final class OpenApiDocument {

  private static final String EXAMPLES = "classpath:dev/tenure/api/openapi/";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ResourceResolver resources;
  private final OperationScopes scopes;
  private final ObjectNode root;

  public OpenApiDocument(ResourceResolver resources, OperationScopes scopes) {
    this.scopes = scopes;
    this.resources = resources;
    this.root = BuiltDocument.read(resources);
    complete();
  }

  /** The document itself. */
  public JsonNode tree() {
    return root.deepCopy();
  }

  String json() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String yaml() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(120);
    return new Yaml(new Representer(options), options).dump(JSON.convertValue(root, Map.class));
  }

  private void complete() {
    root.putArray("servers")
        .addObject()
        .put("url", "/")
        .put("description", "The front that serves this document");
    ObjectNode components = root.withObject("/components");
    Responses.all()
        .forEach((name, response) -> components.withObject("/responses").set(name, response));
    components.set("parameters", parameters());
    events(components);
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (METHODS.contains(one.getKey())) {
          operation(path.getKey(), one.getKey(), (ObjectNode) one.getValue());
        }
      }
    }
  }

  private void operation(String path, String method, ObjectNode operation) {
    String id = operation.path("operationId").asText();
    boolean writes = !method.equals("get");
    boolean command = writes && (path.startsWith("/v1/hires/{id}") || id.equals("decideApproval"));
    boolean makesHire = id.equals("makeHire");
    boolean makesKey = id.equals("makeApiKey");
    scopes.of(method, path).ifPresent(scope -> needs(operation, scope));
    lists(operation);
    examples(id, operation);
    ObjectNode responses = operation.withObject("/responses");
    if (makesHire || makesKey) {
      responses.set("200", responses.get("201").deepCopy());
      responses
          .withObject("/200")
          .put(
              "description",
              makesHire
                  ? "It existed already, with the same meaning, or under the same key"
                  : "Made before, under the same Idempotency-Key: the secret was told then");
    }
    headers(id, command, makesHire, responses);
    if (command || makesHire || makesKey) {
      ArrayNode taken = operation.withArray("/parameters");
      taken.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
      if (command) {
        taken.addObject().put("$ref", "#/components/parameters/IfMatch");
      }
    }
    List<String> problems =
        new ArrayList<>(List.of("400", "401", "403", "406", "414", "429", "431", "500", "503"));
    if (path.contains("{")) {
      problems.add("404");
    }
    if (writes) {
      problems.add("413");
      problems.add("422");
    }
    if (command || makesHire || makesKey) {
      problems.add("409");
    }
    if (command) {
      problems.add("412");
    }
    if (operation.has("requestBody")) {
      problems.add("415");
    }
    problems.forEach(
        status ->
            responses
                .putObject(status)
                .put("$ref", "#/components/responses/" + Responses.name(status)));
    if (id.equals("readHire")) {
      responses.set(
          "304",
          JSON.createObjectNode()
              .put("description", "The hire is as If-None-Match says")
              .set("headers", responses.at("/200/headers").deepCopy()));
    }
    sorted(responses);
  }

  /** OpenAPI 3.0 has scopes for OAuth alone, so they stand in words, and for programs beside. */
  private static void needs(ObjectNode operation, Scope scope) {
    String before = operation.path("description").asText();
    String words = "Needs the scope `" + scope.wire() + "`.";
    operation.put("description", before.isEmpty() ? words : before + " " + words);
    operation.put("x-required-scope", scope.wire());
  }

  /** What answers tell in headers. */
  private static void headers(String id, boolean command, boolean makesHire, ObjectNode responses) {
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      ObjectNode answer = (ObjectNode) response.getValue();
      boolean hire =
          makesHire || id.equals("readHire") || (command && !id.equals("decideApproval"));
      if (hire) {
        Responses.header(answer, "ETag", "Names this state of the hire");
      }
      if (command || makesHire || id.equals("makeApiKey")) {
        Responses.header(
            answer,
            CommandHeaders.IDEMPOTENCY_KEY,
            command
                ? "The key: yours, or the one made for the command"
                : "Your key, if you sent one");
      }
      if (response.getKey().equals("201")) {
        Responses.header(answer, "Location", "Address of what was made");
      }
      if (makesHire || id.equals("readHire")) {
        Responses.header(
            answer, "Preference-Applied", "The wait that was applied, if one was asked for");
      }
      if (id.equals("readLedger")) {
        Responses.header(
            answer,
            "Preference-Applied",
            "refresh, where the marketplace's ledger was read for this answer");
      }
      if (id.equals("streamEvents")) {
        Responses.header(
            answer, "X-Accel-Buffering", "no: proxies are asked not to keep events back");
      }
    }
  }

  /** Every list takes the same two parameters; where a list has bounds of its own, they stay. */
  private static void lists(ObjectNode operation) {
    for (JsonNode parameter : operation.path("parameters")) {
      ObjectNode schema = (ObjectNode) parameter.path("schema");
      if (parameter.path("name").asText().equals("limit") && !schema.has("maximum")) {
        schema
            .put("type", "integer")
            .put("format", "int32")
            .put("minimum", 1)
            .put("maximum", Parameters.MOST_ITEMS)
            .put("default", Parameters.USUAL_ITEMS);
      }
    }
  }

  private void examples(String id, ObjectNode operation) {
    resources
        .getResourceAsStream(EXAMPLES + id + ".json")
        .ifPresent(
            stream -> {
              try (stream) {
                JsonNode example = JSON.readTree(stream);
                operation
                    .path("requestBody")
                    .path("content")
                    .forEach(content -> ((ObjectNode) content).set("example", example));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static ObjectNode parameters() {
    ObjectNode all = JSON.createObjectNode();
    all.putObject("IdempotencyKey")
        .put("name", CommandHeaders.IDEMPOTENCY_KEY)
        .put("in", "header")
        .put(
            "description",
            "Repeated with the same key, a request is carried out once. The same key with another"
                + " request answers 422 idempotency_key_reused. Without one, a command gets a key"
                + " and tells it.")
        .putObject("schema")
        .put("type", "string")
        .put("pattern", CommandHeaders.KEY_PATTERN);
    all.putObject("IfMatch")
        .put("name", "If-Match")
        .put("in", "header")
        .put(
            "description",
            "The ETag of the hire that the command was made from: it is carried out only if the"
                + " hire still is as it says, else 412.")
        .putObject("schema")
        .put("type", "string");
    return all;
  }

  /** The catalogue of events: a schema with all types, and one with the data of each. */
  private static void events(ObjectNode components) {
    ObjectNode type = components.withObject("/schemas").putObject("EventType");
    type.put("type", "string");
    ArrayNode values = type.putArray("enum");
    var table = new StringBuilder("What may happen. A later release may add to it.\n\n");
    table.append("| type | what has happened | data |\n|---|---|---|\n");
    for (EventType one : EventType.values()) {
      values.add(one.wire());
      table
          .append("| `")
          .append(one.wire())
          .append("` | ")
          .append(one.words())
          .append(" | ")
          .append(String.join(", ", one.data().keySet()))
          .append(" |\n");
      ObjectNode data = components.withObject("/schemas").putObject("EventData." + one.wire());
      data.put("type", "object").put("description", "The data of " + one.wire());
      ObjectNode fields = data.putObject("properties");
      one.data()
          .forEach(
              (name, words) -> {
                ObjectNode field = fields.putObject(name).put("type", "string");
                field.put("description", words);
                if (name.equals("url")) {
                  field.put("format", "uri");
                }
              });
    }
    type.put("description", table.toString());
  }

  private static void sorted(ObjectNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    object.removeAll();
    object.setAll(fields);
  }
}
