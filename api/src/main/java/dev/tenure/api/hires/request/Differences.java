package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.problem.Difference;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.plan.HirePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares two plans field by field, in the words of the request. */
public final class Differences {

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  public static List<Difference> between(HirePlan existing, HirePlan requested) {
    var differences = new Differences();
    differences.compare(Pointer.ROOT, PlanShape.of(existing), PlanShape.of(requested));
    return differences.found;
  }

  private void compare(Pointer at, @Nullable JsonNode existing, @Nullable JsonNode requested) {
    if (holds(existing, JsonNode::isArray) || holds(requested, JsonNode::isArray)) {
      for (int i = 0; i < Math.max(size(existing), size(requested)); i++) {
        compare(at.to(i), child(existing, i), child(requested, i));
      }
    } else if (holds(existing, JsonNode::isObject) || holds(requested, JsonNode::isObject)) {
      names(existing, requested)
          .forEach(name -> compare(at.to(name), child(existing, name), child(requested, name)));
    } else if (!Objects.equals(text(existing), text(requested))) {
      found.add(new Difference(at.text(), text(existing), text(requested)));
    }
  }

  private static boolean holds(@Nullable JsonNode node, Predicate<JsonNode> what) {
    return node != null && what.test(node);
  }

  private static int size(@Nullable JsonNode node) {
    return node == null ? 0 : node.size();
  }

  private static @Nullable JsonNode child(@Nullable JsonNode node, int index) {
    return node == null ? null : node.get(index);
  }

  private static @Nullable JsonNode child(@Nullable JsonNode node, String name) {
    return node == null ? null : node.get(name);
  }

  private static Set<String> names(@Nullable JsonNode one, @Nullable JsonNode other) {
    Set<String> names = new LinkedHashSet<>();
    for (@Nullable JsonNode node : Arrays.<@Nullable JsonNode>asList(one, other)) {
      if (node != null) {
        node.fieldNames().forEachRemaining(names::add);
      }
    }
    return names;
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }
}
