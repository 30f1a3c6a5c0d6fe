package dev.tenure.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The values at the edges of what a parameter's schema admits, where it admits but some. */
final class ParameterEdges {

  private ParameterEdges() {}

  static List<String> values(JsonNode schema) {
    List<String> values = new ArrayList<>();
    schema.path("enum").forEach(value -> values.add(value.asText()));
    for (String edge : List.of("minimum", "maximum", "default")) {
      if (schema.has(edge)) {
        values.add(schema.get(edge).asText());
      }
    }
    if (schema.path("type").asText().equals("array")) {
      values.add("team:vision");
    }
    return values;
  }
}
