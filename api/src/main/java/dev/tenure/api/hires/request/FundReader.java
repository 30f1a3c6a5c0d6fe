package dev.tenure.api.hires.request;

import dev.tenure.api.hires.request.HireRequest.FundRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.FundRule;
import dev.tenure.model.FundWhen;
import dev.tenure.model.MilestonePlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads when each milestone shall be funded, and refuses rules that wait for each other. */
final class FundReader {

  private final Violations violations;
  private final List<String> keys;

  /**
   * @param keys of the milestones that may be waited for
   */
  FundReader(Violations violations, List<String> keys) {
    this.violations = violations;
    this.keys = keys;
  }

  FundRule ofFirst(Pointer at, @Nullable FundRequest asked) {
    if (asked != null) {
      violations.add(
          at, "not_for_first", "The first milestone is funded by the hire itself; leave fund out.");
    }
    return FundRule.atStart();
  }

  /** The rule of a later milestone; where none is asked for, it comes after {@code before}. */
  FundRule ofLater(Pointer at, String key, String before, @Nullable FundRequest asked) {
    if (asked == null) {
      return FundRule.afterPaid(before);
    }
    if (asked.when() == null) {
      violations.add(at.to("when"), "required", "when is required.");
    }
    return switch (violations.choice(
        at.to("when"), asked.when(), FundWhen.AFTER_PAID, FundWhen::wire)) {
      case AT_START -> alone(at, asked, FundRule.atStart());
      case ON_REQUEST -> alone(at, asked, FundRule.onRequest());
      case AFTER_PAID -> afterPaid(at, key, before, asked);
    };
  }

  private FundRule alone(Pointer at, FundRequest asked, FundRule rule) {
    if (asked.after() != null) {
      violations.add(
          at.to("after"),
          "not_with_" + rule.when().wire(),
          "after goes with after_paid only; leave it out.");
    }
    return rule;
  }

  private FundRule afterPaid(Pointer at, String key, String before, FundRequest asked) {
    String after = asked.after() == null ? before : asked.after();
    if (after.equals(key) || !keys.contains(after)) {
      violations.add(
          at.to("after"),
          "unknown_milestone",
          "after must be the key of another milestone that can be paid.");
    }
    return FundRule.afterPaid(after);
  }

  /** A milestone that waits for itself, by way of others, would never be funded. */
  void checkCycles(List<MilestonePlan> plans) {
    Map<String, @Nullable String> after = new HashMap<>();
    plans.forEach(plan -> after.put(plan.key(), plan.fund().after()));
    for (int i = 0; i < plans.size(); i++) {
      if (waitsForItself(plans.get(i).key(), after)) {
        violations.add(
            Pointer.ROOT.to("milestones").to(i).to("fund").to("after"),
            "cycle",
            "This milestone would wait for itself: " + plans.get(i).key() + ".");
      }
    }
  }

  private static boolean waitsForItself(String key, Map<String, @Nullable String> after) {
    Set<String> passed = new HashSet<>();
    String next = after.get(key);
    while (next != null && !next.equals(key) && passed.add(next)) {
      next = after.get(next);
    }
    // A key that follows itself directly was named as such already.
    return key.equals(next) && !key.equals(after.get(key));
  }
}
