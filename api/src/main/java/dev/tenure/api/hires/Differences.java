package dev.tenure.api.hires;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.problem.Difference;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.HirePlan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two plans field by field, in the words of the request. */
final class Differences {

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  static List<Difference> between(HirePlan existing, HirePlan requested) {
    var differences = new Differences();
    differences.compare(Pointer.ROOT, PlanShape.of(existing), PlanShape.of(requested));
    return differences.found;
  }

  private void compare(Pointer at, @Nullable JsonNode existing, @Nullable JsonNode requested) {
    if (existing != null && requested != null && existing.isObject() && requested.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      existing.fieldNames().forEachRemaining(names::add);
      requested.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(at.to(name), existing.get(name), requested.get(name)));
    } else if (existing != null && requested != null && existing.isArray() && requested.isArray()) {
      int longest = Math.max(existing.size(), requested.size());
      for (int i = 0; i < longest; i++) {
        compare(at.to(i), existing.get(i), requested.get(i));
      }
    } else if (!plain(existing).equals(plain(requested))) {
      found.add(new Difference(at.text(), value(existing), value(requested)));
    }
  }

  private static String plain(@Nullable JsonNode node) {
    return node == null ? "null" : node.toString();
  }

  private static @Nullable Object value(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : PlanShape.plain(node);
  }
}
