package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.problem.Difference;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.plan.HirePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares two plans field by field, in the words of the request. */
public final class Differences {

  private Differences() {}

  public static List<Difference> between(HirePlan existing, HirePlan requested) {
    Map<String, String> before = values(PlanShape.of(existing));
    Map<String, String> now = values(PlanShape.of(requested));
    return Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(at -> !Objects.equals(before.get(at), now.get(at)))
        .map(at -> new Difference(at, before.get(at), now.get(at)))
        .toList();
  }

  /** What is neither an object nor an array, as text, by its pointer; null is as good as absent. */
  private static Map<String, String> values(JsonNode shape) {
    Map<String, String> values = new LinkedHashMap<>();
    RequestBodies.walk(
        Pointer.ROOT,
        shape,
        (at, value) -> {
          if (value.isValueNode() && !value.isNull()) {
            values.put(at.text(), value.asText());
          }
        });
    return values;
  }
}
