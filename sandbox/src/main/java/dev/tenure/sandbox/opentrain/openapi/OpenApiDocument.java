package dev.tenure.sandbox.opentrain.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.sandbox.http.AnyOf;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.api.Gate;
import dev.tenure.sandbox.opentrain.api.Gated;
import dev.tenure.sandbox.opentrain.api.MadeOrKnown;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.account.AgentAuthJson;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The generated document with what no annotation can say once for all calls: gates, the errors that
 * follow from them, that an answer holds every field of its record, and words that are lists in the
 * code.
 */
@Singleton
@OpenAPIDefinition(
    info =
        @Info(
            title = "Sandbox marketplace",
            version = "v1",
            description =
                "OpenTrain's public API as this sandbox serves it, and in a document of their own"
                    + " the sandbox's controls under /sandbox."))
@OpenAPIExtraSchema(classes = {ErrorJson.class, AgentAuthJson.Problem.class})
class OpenApiDocument {
  private static final String GENERATED = "/META-INF/swagger/sandbox.json";
  private static final String SCHEMAS = "#/components/schemas/";

  private final ObjectMapper json;
  private final Router router;
  private final Map<String, BeanIntrospection<?>> records;

  OpenApiDocument(ObjectMapper json, Router router) {
    this.json = json;
    this.router = router;
    this.records =
        BeanIntrospector.SHARED
            .findIntrospections(one -> one.getName().startsWith("dev.tenure.sandbox."))
            .stream()
            .collect(
                Collectors.toMap(
                    one -> one.getBeanType().getName().replaceFirst(".*\\.", "").replace("$", "."),
                    one -> one,
                    (one, other) -> one));
  }

  /** The document of the calls whose paths begin so, as JSON. */
  byte[] of(String prefix) throws IOException {
    Map<String, Object> document = generated();
    Map<String, Object> paths = new TreeMap<>(map(document, "paths"));
    paths.keySet().removeIf(path -> !path.startsWith(prefix));
    document.put("paths", paths);
    Map<String, Object> components = map(document, "components");
    Map<String, Object> schemas = map(components, "schemas");
    schemas.forEach((name, schema) -> describe(name, object(schema)));
    Set<String> answers = new LinkedHashSet<>();
    router
        .uriRoutes()
        .filter(route -> route.getUriMatchTemplate().toString().startsWith(prefix))
        .forEach(route -> describe(route, paths, answers));
    paths.values().forEach(path -> answers.addAll(responseSchemas(object(path))));
    reachable(schemas, answers).forEach(name -> close(name, object(schemas.get(name))));
    schemas.keySet().retainAll(reachable(schemas, references(paths)));
    if (prefix.equals("/api/")) {
      document.put("security", List.of(Map.of("token", List.of())));
      components.put(
          "securitySchemes", Map.of("token", ordered("type", "http", "scheme", "bearer")));
    }
    return json.writeValueAsBytes(document);
  }

  private Map<String, Object> generated() throws IOException {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(GENERATED)) {
      return new LinkedHashMap<>(
          json.readValue(
              Objects.requireNonNull(in, GENERATED), Argument.mapOf(String.class, Object.class)));
    }
  }

  private static void describe(
      UriRouteInfo<?, ?> route, Map<String, Object> paths, Set<String> answers) {
    String template = route.getUriMatchTemplate().toString();
    String method = route.getHttpMethodName().toLowerCase(Locale.ROOT);
    if (!(paths.get(template) instanceof Map<?, ?> path)
        || !(path.get(method) instanceof Map<?, ?> found)) {
      return;
    }
    Map<String, Object> operation = object(found);
    operation.put("operationId", id(method, template));
    operation.remove("description", operation.get("summary"));
    tidy(operation);
    Map<String, Object> responses = new TreeMap<>(map(operation, "responses"));
    operation.put("responses", responses);
    if (route.getAnnotationMetadata().hasAnnotation(MadeOrKnown.class)) {
      responses.put("201", Objects.requireNonNull(responses.get("200")));
    }
    Gate gate = route.getAnnotationMetadata().enumValue(Gated.class, Gate.class).orElse(null);
    if (gate != null) {
      operation.put("x-gate", needs(gate));
    } else if (template.startsWith("/api/")) {
      operation.put("security", List.of());
    }
    String problem = template.startsWith(ApiPath.AGENT) ? "AgentAuthJson.Problem" : "ErrorJson";
    answers.add(problem);
    for (int status :
        refusals(
            gate,
            route
                .getAnnotationMetadata()
                .getValue(Gated.class, "refuses", int[].class)
                .orElse(new int[0]))) {
      responses.put(
          Integer.toString(status),
          ordered(
              "description",
              "Refused",
              "content",
              Map.of("application/json", Map.of("schema", Map.of("$ref", SCHEMAS + problem)))));
    }
  }

  /** Bodies are read whatever they say that they are; what is meant is JSON. */
  private static void tidy(Map<String, Object> operation) {
    if (operation.get("parameters") instanceof List<?> parameters) {
      // One that may be left out is not one that may be null.
      parameters.forEach(parameter -> map(object(parameter), "schema").remove("nullable"));
    }
    if (operation.get("requestBody") instanceof Map<?, ?> body) {
      Map<String, Object> content = map(object(body), "content");
      if (content.containsKey("*/*")) {
        content.put("application/json", Objects.requireNonNull(content.remove("*/*")));
      }
    }
    map(operation, "responses")
        .values()
        .forEach(
            response ->
                object(response)
                    .computeIfPresent(
                        "description",
                        (key, words) ->
                            words.toString().endsWith(" response") ? "Success" : words));
  }

  private static Map<String, Object> needs(Gate gate) {
    Map<String, Object> needs = ordered("anyScopeOf", gate.scopes());
    if (gate.feature() != null) {
      needs.put("feature", gate.feature());
    }
    needs.put("claimed", gate.needsClaim());
    return needs;
  }

  /** Any call may be malformed or one too many; a gate adds what it can say. */
  private static Set<Integer> refusals(@Nullable Gate gate, int[] more) {
    Set<Integer> all = new TreeSet<>(List.of(400, 429));
    if (gate != null) {
      all.add(401);
      if (gate.restricts()) {
        all.add(403);
      }
    }
    for (int status : more) {
      all.add(status);
    }
    return all;
  }

  private static String id(String method, String template) {
    String path = template.replaceFirst("^/(api/(public/v1|agent)|sandbox)", "");
    return method + path.replaceAll("[/{}-]+", "_").replaceAll("_$", "");
  }

  /** What is said in the code in a list of words, or about several fields at once. */
  private void describe(String name, Map<String, Object> schema) {
    switch (name) {
      case "TokenRequest" -> items(schema, "scopes", Scope.ALL);
      case "WebhookRequest" ->
          items(schema, "eventTypes", Feed.SCOPES.keySet().stream().sorted().toList());
      default -> {
        // Nothing to add.
      }
    }
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      // A value of any kind, which the generator takes for an object.
      properties
          .values()
          .forEach(
              property ->
                  object(property).replace("additionalProperties", Map.of("type", "object"), true));
    }
    BeanIntrospection<?> shape = records.get(name);
    String[] fields = shape == null ? new String[0] : shape.stringValues(AnyOf.class);
    if (fields.length > 0) {
      schema.put("anyOf", Stream.of(fields).map(field -> having(schema, field)).toList());
    }
  }

  private static void items(Map<String, Object> schema, String field, List<String> words) {
    map(map(map(schema, "properties"), field), "items").put("enum", words);
  }

  private static Map<String, Object> having(Map<String, Object> schema, String field) {
    Map<String, Object> given = new LinkedHashMap<>(map(map(schema, "properties"), field));
    given.remove("nullable");
    if (Objects.equals(given.get("type"), "string")) {
      given.put("pattern", Texts.SAID);
    }
    return ordered("required", List.of(field), "properties", Map.of(field, given));
  }

  /** Answers hold every field of their record, null or not, but those that say otherwise. */
  private void close(String name, Map<String, Object> schema) {
    BeanIntrospection<?> shape = records.get(name);
    if (shape == null || !schema.containsKey("properties")) {
      return;
    }
    List<String> required =
        shape.getBeanProperties().stream()
            .filter(property -> !property.hasAnnotation(JsonInclude.class))
            .map(property -> property.stringValue(JsonProperty.class).orElse(property.getName()))
            .toList();
    schema.put("required", required);
    schema.put("additionalProperties", false);
  }

  private static Set<String> responseSchemas(Map<String, Object> path) {
    Set<String> names = new LinkedHashSet<>();
    path.values()
        .forEach(operation -> names.addAll(references(object(operation).get("responses"))));
    return names;
  }

  private static Set<String> reachable(Map<String, Object> schemas, Set<String> from) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        references(schemas.get(name)).forEach(open::push);
      }
    }
    return seen;
  }

  private static Set<String> references(@Nullable Object node) {
    Set<String> names = new LinkedHashSet<>();
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (key.equals("$ref") && value instanceof String ref) {
                  names.add(ref.substring(SCHEMAS.length()));
                } else {
                  names.addAll(references(value));
                }
              });
      case List<?> list -> list.forEach(item -> names.addAll(references(item)));
      case null, default -> {
        // A leaf.
      }
    }
    return names;
  }

  @SuppressWarnings("unchecked") // a JSON object, as it was read
  private static Map<String, Object> object(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }

  private static Map<String, Object> map(Map<String, Object> node, String name) {
    return object(Objects.requireNonNull(node.get(name), name));
  }

  private static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }
}
