package dev.tenure.sandbox.opentrain.rules.audit;

import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two milestones made for one, and money left behind where nobody can reach it. */
final class ContractViolations {
  private final Map<String, List<String>> found = new TreeMap<>();

  void forget() {
    found.clear();
  }

  void judge(String id, @Nullable Contract contract) {
    List<String> words = contract == null ? List.of() : words(contract);
    if (words.isEmpty()) {
      found.remove(id);
    } else {
      found.put(id, words);
    }
  }

  Stream<String> words() {
    return found.values().stream().flatMap(List::stream);
  }

  private static List<String> words(Contract contract) {
    List<String> words = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Milestone milestone : contract.milestones()) {
      // Who makes one anew after a person has cancelled the first does right.
      String description = milestone.status().shown() ? milestone.terms().description() : null;
      String other = description == null ? null : seen.put(description, milestone.id());
      if (other != null) {
        words.add(
            "two milestones with one description on %s: %s and %s"
                .formatted(contract.id(), other, milestone.id()));
      }
      if (!contract.active() && milestone.status().holds()) {
        words.add(
            "money is still held by milestone %s of %s, which has ended"
                .formatted(milestone.id(), contract.id()));
      }
    }
    return words;
  }
}
