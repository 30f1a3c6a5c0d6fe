package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.wire.AgentAuthJson;
import dev.tenure.sandbox.wire.ErrorJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the OpenAPI document from the operations. */
final class Document {
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  private final Shapes shapes = new Shapes();

  Map<String, Object> make() {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Operation operation : Operations.all()) {
      paths
          .computeIfAbsent(operation.path(), path -> new TreeMap<>())
          .put(operation.method(), describe(operation));
    }
    return Schema.properties(
        "openapi",
        "3.1.0",
        "info",
        Schema.properties(
            "title",
            "Sandbox marketplace",
            "version",
            "v1",
            "description",
            "OpenTrain's public API as this sandbox serves it. Its own controls under /sandbox are"
                + " no part of it."),
        "security",
        List.of(Map.of("token", List.of())),
        "paths",
        paths,
        "components",
        Schema.properties(
            "securitySchemes",
            Map.of("token", Schema.properties("type", "http", "scheme", "bearer")),
            "schemas",
            shapes.known()));
  }

  private Map<String, Object> describe(Operation operation) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("operationId", id(operation));
    all.put("summary", operation.summary());
    if (operation.gate() == null) {
      all.put("security", List.of());
    } else {
      all.put("x-gate", Gates.describe(operation.gate()));
    }
    List<Object> parameters = parameters(operation);
    if (!parameters.isEmpty()) {
      all.put("parameters", parameters);
    }
    if (operation.body() != null) {
      all.put(
          "requestBody",
          Schema.properties(
              "required",
              operation.body().containsKey("required") || operation.body().containsKey("anyOf"),
              "content",
              content(operation.bodyType(), operation.body())));
    }
    all.put("responses", responses(operation));
    return all;
  }

  private static List<Object> parameters(Operation operation) {
    List<Object> all = new ArrayList<>();
    Matcher inPath = IN_PATH.matcher(operation.path());
    while (inPath.find()) {
      all.add(parameter(inPath.group(1), "path", true, Schema.text()));
    }
    operation
        .parameters()
        .forEach(one -> all.add(parameter(one.name(), "query", one.required(), one.schema())));
    return all;
  }

  private static Map<String, Object> parameter(
      String name, String in, boolean required, Map<String, Object> schema) {
    return Schema.properties("name", name, "in", in, "required", required, "schema", schema);
  }

  private Map<String, Object> responses(Operation operation) {
    Map<String, Object> all = new TreeMap<>();
    operation
        .answers()
        .forEach(
            (status, kinds) -> {
              List<Map<String, Object>> refs = kinds.stream().map(shapes::of).toList();
              all.put(
                  status.toString(),
                  response("Success", refs.size() == 1 ? refs.getFirst() : Map.of("anyOf", refs)));
            });
    Class<?> problem =
        operation.path().startsWith("/api/agent") ? AgentAuthJson.Problem.class : ErrorJson.class;
    refusals(operation)
        .forEach(status -> all.put(status.toString(), response("Refused", shapes.of(problem))));
    return all;
  }

  /** Any call may be malformed or one too many; a gate adds what it can say. */
  private static Set<Integer> refusals(Operation operation) {
    Set<Integer> all = new TreeSet<>(operation.refusals());
    all.addAll(List.of(400, 429));
    if (operation.gate() != null) {
      all.add(401);
      if (operation.gate().restricts()) {
        all.add(403);
      }
    }
    return all;
  }

  private static Map<String, Object> response(String words, Map<String, Object> schema) {
    return Schema.properties("description", words, "content", content("application/json", schema));
  }

  private static Map<String, Object> content(String type, Map<String, Object> schema) {
    return Schema.properties(type, Schema.properties("schema", schema));
  }

  private static String id(Operation operation) {
    String path = operation.path().replaceFirst("^/api/(public/v1|agent)", "");
    return operation.method() + path.replaceAll("[/{}-]+", "_").replaceAll("_$", "");
  }
}
