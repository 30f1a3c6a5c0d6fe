package dev.tenure.sandbox.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tenure.sandbox.http.AnyOf;
import dev.tenure.sandbox.http.EnumWord;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of the generated document that speaks of some paths, with what no annotation can say
 * once for all calls: that an answer holds every field of its record, what a body of several forms
 * needs, and what stands in an envelope.
 */
public final class GeneratedDocument {
  private static final String GENERATED = "/META-INF/swagger/sandbox.json";
  private static final String SCHEMAS = "#/components/schemas/";
  // How the generator names Envelope.Success<List<VoteJson>>.
  private static final Pattern GENERIC = Pattern.compile("([\\w.]+?)_(List_)?([\\w.]+?)_+");

  private final ObjectMapper json;
  private final Router router;
  private final String prefix;
  private final Map<String, BeanIntrospection<?>> records;
  private final Map<String, List<String>> words = new TreeMap<>();
  private final Map<String, Object> root;

  /** Reads the part whose paths begin so. */
  public GeneratedDocument(ObjectMapper json, Router router, String prefix) throws IOException {
    this.json = json;
    this.router = router;
    this.prefix = prefix;
    this.records =
        BeanIntrospector.SHARED
            .findIntrospections(one -> one.getName().startsWith("dev.tenure.sandbox."))
            .stream()
            .collect(
                Collectors.toMap(
                    one -> nameOf(one.getBeanType()), one -> one, (one, other) -> one));
    records
        .values()
        .forEach(one -> one.getBeanProperties().forEach(property -> speak(property.asArgument())));
    try (InputStream in = GeneratedDocument.class.getResourceAsStream(GENERATED)) {
      this.root =
          new LinkedHashMap<>(
              json.readValue(
                  Objects.requireNonNull(in, GENERATED),
                  Argument.mapOf(String.class, Object.class)));
    }
    Map<String, Object> paths = new TreeMap<>(map(root, "paths"));
    paths.keySet().removeIf(path -> !path.startsWith(prefix));
    root.put("paths", paths);
    schemas().forEach((name, schema) -> describe(name, object(schema)));
  }

  /** As the generator names its schema. */
  private static String nameOf(Class<?> type) {
    return type.getName().replaceFirst(".*\\.", "").replace("$", ".");
  }

  /** Remembers the words of constants; the generator knows only their names. */
  private void speak(Argument<?> property) {
    if (property.getType().getEnumConstants() instanceof EnumWord[] all) {
      words.put(nameOf(property.getType()), Stream.of(all).map(EnumWord::word).toList());
    }
    Stream.of(property.getTypeParameters()).forEach(this::speak);
  }

  public Map<String, Object> root() {
    return root;
  }

  public Map<String, Object> components() {
    return map(root, "components");
  }

  public Map<String, Object> schemas() {
    return map(components(), "schemas");
  }

  /** The calls with the routes that serve them; a call is changed in place. */
  public void eachCall(BiConsumer<UriRouteInfo<?, ?>, Map<String, Object>> change) {
    // The same route may stand in the router more than once.
    Set<Map<String, Object>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    router
        .uriRoutes()
        .filter(route -> route.getUriMatchTemplate().toString().startsWith(prefix))
        .forEach(
            route -> {
              if (map(root, "paths").get(route.getUriMatchTemplate().toString())
                      instanceof Map<?, ?> path
                  && path.get(route.getHttpMethodName().toLowerCase(Locale.ROOT))
                      instanceof Map<?, ?> call
                  && seen.add(object(call))) {
                tidy(object(call));
                change.accept(route, object(call));
              }
            });
  }

  /** Names a call by its method and its path: {@code post_contracts_contractId_accept}. */
  public static void identify(Map<String, Object> call, String method, String path) {
    call.put(
        "operationId",
        method.toLowerCase(Locale.ROOT) + path.replaceAll("[/{}-]+", "_").replaceAll("_$", ""));
  }

  /** The responses of a call, in the order of their statuses. */
  public static Map<String, Object> responses(Map<String, Object> call) {
    return map(call, "responses");
  }

  /** A response whose body is JSON of that schema. */
  public static Map<String, Object> response(String description, Map<String, Object> schema) {
    return ordered(
        "description",
        description,
        "content",
        Map.of("application/json", Map.of("schema", schema)));
  }

  public static Map<String, Object> reference(String schema) {
    return Map.of("$ref", SCHEMAS + schema);
  }

  /** The document with the schemas that its calls need, as JSON. */
  public byte[] print() throws IOException {
    Map<String, Object> schemas = schemas();
    Set<String> answers = new LinkedHashSet<>();
    Set<String> bodies = new LinkedHashSet<>();
    map(root, "paths")
        .values()
        .forEach(
            path ->
                object(path)
                    .values()
                    .forEach(
                        call -> {
                          answers.addAll(references(object(call).get("responses")));
                          bodies.addAll(references(object(call).get("requestBody")));
                        }));
    Set<String> sent = reachable(bodies);
    reachable(answers).forEach(name -> close(name, object(schemas.get(name)), sent.contains(name)));
    schemas.keySet().retainAll(reachable(references(root.get("paths"))));
    return json.writeValueAsBytes(root);
  }

  /** Bodies are read whatever they say that they are; what is meant is JSON. */
  private static void tidy(Map<String, Object> call) {
    call.remove("description", call.get("summary"));
    call.put("responses", new TreeMap<>(map(call, "responses")));
    if (call.get("parameters") instanceof List<?> parameters) {
      // One that may be left out is not one that may be null.
      parameters.forEach(parameter -> map(object(parameter), "schema").remove("nullable"));
    }
    if (call.get("requestBody") instanceof Map<?, ?> body) {
      Map<String, Object> content = map(object(body), "content");
      if (content.containsKey("*/*")) {
        content.put("application/json", Objects.requireNonNull(content.remove("*/*")));
      }
    }
    responses(call)
        .values()
        .forEach(
            response ->
                object(response)
                    .computeIfPresent(
                        "description",
                        (key, words) ->
                            words.toString().endsWith(" response") ? "Success" : words));
  }

  private void describe(String name, Map<String, Object> schema) {
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      // Values of any kind, which the generator takes for a bean, or for an object.
      properties.entrySet().stream()
          .filter(property -> references(property.getValue()).contains("JsonNode"))
          .forEach(property -> object(property.getValue()).clear());
      properties
          .values()
          .forEach(
              property ->
                  object(property).replace("additionalProperties", Map.of("type", "object"), true));
    }
    Matcher generic = GENERIC.matcher(name);
    if (generic.matches()) {
      Map<String, Object> held = reference(generic.group(3));
      map(schema, "properties")
          .replaceAll(
              (field, type) ->
                  !type.equals(Map.of("type", "object"))
                      ? type
                      : generic.group(2) == null ? held : ordered("type", "array", "items", held));
    }
    schema.computeIfPresent(
        "enum", (key, names) -> words.containsKey(name) ? words.get(name) : names);
    BeanIntrospection<?> shape = records.get(name);
    String[] fields = shape == null ? new String[0] : shape.stringValues(AnyOf.class);
    if (fields.length > 0) {
      schema.put("anyOf", Stream.of(fields).map(field -> having(schema, field)).toList());
    }
  }

  private static Map<String, Object> having(Map<String, Object> schema, String field) {
    Map<String, Object> given = new LinkedHashMap<>(map(map(schema, "properties"), field));
    given.remove("nullable");
    if (Objects.equals(given.get("type"), "string")) {
      given.put("pattern", Texts.SAID);
    }
    return ordered("required", List.of(field), "properties", Map.of(field, given));
  }

  /**
   * Answers hold every field of their record, null or not, but those that say otherwise; a request
   * that sends such a document sends a part of it.
   */
  private void close(String name, Map<String, Object> schema, boolean sent) {
    BeanIntrospection<?> shape = records.get(GENERIC.matcher(name).replaceFirst("$1"));
    if (shape == null || !schema.containsKey("properties")) {
      return;
    }
    if (!sent) {
      schema.put("required", always(shape).toList());
    }
    schema.put("additionalProperties", false);
  }

  /** The fields that every document of this shape has. */
  private Stream<String> always(BeanIntrospection<?> shape) {
    boolean all = !shape.hasAnnotation(JsonInclude.class);
    return shape.getBeanProperties().stream()
        .filter(one -> all || !one.asArgument().isNullable())
        .filter(one -> !one.hasAnnotation(JsonInclude.class))
        .flatMap(
            one ->
                one.hasAnnotation(JsonUnwrapped.class)
                    ? always(Objects.requireNonNull(records.get(nameOf(one.getType()))))
                    : Stream.of(one.stringValue(JsonProperty.class).orElse(one.getName())));
  }

  private Set<String> reachable(Set<String> from) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        references(Objects.requireNonNull(schemas().get(name), name)).forEach(open::push);
      }
    }
    return seen;
  }

  private static Set<String> references(@Nullable Object node) {
    return texts("$ref", node).stream()
        .map(reference -> reference.substring(SCHEMAS.length()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @SuppressWarnings("unchecked") // a JSON object, as it was read
  public static Map<String, Object> object(@Nullable Object node) {
    return (Map<String, Object>) Objects.requireNonNull(node);
  }

  /** The object in a field that must be there. */
  public static Map<String, Object> map(Map<String, Object> node, String name) {
    return object(Objects.requireNonNull(node.get(name), name));
  }

  /** An object of names and values by turns. */
  public static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put((String) pairs[i], pairs[i + 1]);
    }
    return all;
  }

  /** Every text in a field of that name, however deep. */
  private static Set<String> texts(String name, @Nullable Object node) {
    Set<String> found = new LinkedHashSet<>();
    switch (node) {
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                if (key.equals(name) && value instanceof String text) {
                  found.add(text);
                } else {
                  found.addAll(texts(name, value));
                }
              });
      case List<?> list -> list.forEach(item -> found.addAll(texts(name, item)));
      case null, default -> {
        // A leaf.
      }
    }
    return found;
  }
}
