package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param openContract what only OpenContract needs; absent on OpenTrain, and where it stays as it
 *     is
 */
public record HireTerms(
    @Nullable String externalRef,
    Map<String, String> labels,
    @Nullable Money cap,
    Policies policies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenContractTerms openContract) {

  /** The terms of a hire on OpenTrain. */
  public HireTerms(
      @Nullable String externalRef,
      Map<String, String> labels,
      @Nullable Money cap,
      Policies policies) {
    this(externalRef, labels, cap, policies, null);
  }

  public HireTerms {
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  /** The terms that a plan begins with. */
  public static HireTerms of(HirePlan plan) {
    return new HireTerms(
        plan.externalRef(), plan.labels(), plan.cap(), plan.policies(), plan.openContract());
  }
}
