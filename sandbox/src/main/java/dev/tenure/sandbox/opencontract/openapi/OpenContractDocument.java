package dev.tenure.sandbox.opencontract.openapi;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Serves the part of the generated document that speaks of OpenContract. */
@Controller
@Hidden
class OpenContractDocument {
  private static final String GENERATED = "/META-INF/swagger/sandbox.json";
  private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");
  private static final Argument<Map<String, Object>> OBJECT =
      Argument.mapOf(String.class, Object.class);

  private final ObjectMapper json;
  private final byte[] document;

  OpenContractDocument(ObjectMapper json) throws IOException {
    this.json = json;
    this.document = document();
  }

  @Get(value = OpenContractPath.V1 + "/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] read() {
    return document.clone();
  }

  private byte[] document() throws IOException {
    Map<String, Object> all;
    try (InputStream in = OpenContractDocument.class.getResourceAsStream(GENERATED)) {
      all = new LinkedHashMap<>(json.readValue(Objects.requireNonNull(in, GENERATED), OBJECT));
    }
    all.put("info", Map.of("title", "OpenContract in the sandbox", "version", "v1"));
    Map<String, Object> paths = new TreeMap<>(object(all, "paths"));
    paths.keySet().removeIf(path -> !path.startsWith(OpenContractPath.V1));
    all.put("paths", paths);
    Map<String, Object> schemas = new TreeMap<>(object(object(all, "components"), "schemas"));
    schemas.keySet().retainAll(reachable(schemas, paths));
    all.put("components", Map.of("schemas", schemas));
    return json.writeValueAsBytes(all);
  }

  private Set<String> reachable(Map<String, Object> schemas, Map<String, Object> paths)
      throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(references(paths));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        references(Objects.requireNonNull(schemas.get(name), name)).forEach(open::push);
      }
    }
    return seen;
  }

  private Set<String> references(Object node) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    REFERENCE
        .matcher(json.writeValueAsString(node))
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(names::add);
    return names;
  }

  @SuppressWarnings("unchecked") // a JSON object, as it was read
  private static Map<String, Object> object(Map<String, Object> node, String name) {
    return (Map<String, Object>) Objects.requireNonNull(node.get(name), name);
  }
}
