package dev.tenure.api.hires;

import dev.tenure.api.hires.HireRequest.FundRequest;
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

  FundReader(Violations violations, List<String> keys) {
    this.violations = violations;
    this.keys = keys;
  }

  FundRule read(int index, @Nullable FundRequest asked) {
    Pointer at = Pointer.ROOT.to("milestones").to(index).to("fund");
    if (index == 0) {
      refuseForFirst(at, asked);
      return FundRule.atStart();
    }
    if (asked == null) {
      return FundRule.afterPaid(keys.get(index - 1));
    }
    if (asked.when() == null) {
      violations.add(at.to("when"), "required", "when is required.");
    }
    return switch (violations.choice(
        at.to("when"), asked.when(), FundWhen.AFTER_PAID, FundWhen::wire)) {
      case AT_START -> atStart(at, asked);
      case AFTER_PAID -> afterPaid(at, index, asked);
      case ON_REQUEST -> onRequest(at);
    };
  }

  private void refuseForFirst(Pointer at, @Nullable FundRequest asked) {
    if (asked != null) {
      violations.add(
          at, "not_for_first", "The first milestone is funded by the hire itself; leave fund out.");
    }
  }

  private FundRule atStart(Pointer at, FundRequest asked) {
    if (asked.after() != null) {
      violations.add(at.to("after"), "not_with_at_start", "after goes with after_paid only.");
    }
    return FundRule.atStart();
  }

  private FundRule onRequest(Pointer at) {
    violations.add(
        at.to("when"),
        "not_supported",
        "on_request does not exist yet; use after_paid or at_start.");
    return FundRule.atStart();
  }

  private FundRule afterPaid(Pointer at, int index, FundRequest asked) {
    String after = asked.after() == null ? keys.get(index - 1) : asked.after();
    if (after.equals(keys.get(index)) || !keys.contains(after)) {
      violations.add(
          at.to("after"), "unknown_milestone", "after must be the key of another milestone.");
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
