package dev.tenure.model.plan;

import dev.tenure.model.money.Money;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the requester may change while a hire runs.
 *
 * @param externalRef the requester's own reference
 * @param cap the most that the hire may ever cost, fees included
 */
public record HireTerms(
    @Nullable String externalRef,
    Map<String, String> labels,
    @Nullable Money cap,
    Policies policies) {

  public HireTerms {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** The terms that a plan begins with. */
  public static HireTerms of(HirePlan plan) {
    return new HireTerms(plan.externalRef(), plan.labels(), plan.cap(), plan.policies());
  }
}
