package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What answers have named so far, by the name under which a request can ask for it: {@code
 * contractId}, whether the answer said {@code "contractId": …} or {@code "contract": {"id": …}}.
 */
final class Known {
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "candidateId", "freelancerId",
          "freelancerUserId", "freelancerId",
          "profileSlug", "idOrSlug",
          "topUpsId", "topUpId",
          "metadataId", "tokenId");

  private final Map<String, List<String>> values = new HashMap<>();

  List<String> of(String name) {
    return values.getOrDefault(name, List.of());
  }

  List<String> all() {
    return values.values().stream().flatMap(List::stream).toList();
  }

  void add(String name, String value) {
    List<String> known =
        values.computeIfAbsent(OTHER_NAMES.getOrDefault(name, name), key -> new ArrayList<>());
    if (!known.contains(value)) {
      known.add(value);
    }
  }

  void learn(JsonNode answer) {
    learn("", answer);
  }

  private void learn(String name, JsonNode node) {
    if (node.isObject()) {
      node.entries().forEach(entry -> learn(name, entry.getKey(), entry.getValue()));
    } else if (node.isArray()) {
      node.values().forEach(item -> learn(name.replaceFirst("s$", ""), item));
    }
  }

  private void learn(String parent, String name, JsonNode value) {
    if (!value.isString()) {
      learn(name, value);
    } else if (name.equals("id") && !parent.equals("token")) { // Nobody is to revoke their own.
      add(parent + "Id", value.getStringValue());
    } else if (name.matches(".*Id|profileSlug|claim_token")) {
      add(name, value.getStringValue());
    }
  }
}
