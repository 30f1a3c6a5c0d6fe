package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.StepJson;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a hire, as they are listed; what both marketplaces have in common. */
abstract class StepList {

  private final HirePlan plan;
  private final List<StepJson> steps = new ArrayList<>();

  StepList(HirePlan plan) {
    this.plan = plan;
  }

  /**
   * How many times a person must approve, if nothing is declined, expires or is disputed: the hire
   * or each funding, and each release.
   */
  static int approvals(HirePlan plan) {
    return 2 * plan.milestones().size();
  }

  final HirePlan plan() {
    return plan;
  }

  final List<StepJson> all() {
    return List.copyOf(steps);
  }

  final void say(String who, @Nullable MilestonePlan milestone, String words) {
    steps.add(
        new StepJson(steps.size() + 1, who, milestone == null ? null : milestone.key(), words));
  }

  /** Whether the release of a milestone waits for a command. */
  final boolean releasedOnRequest(MilestonePlan milestone) {
    ReleaseRule own = milestone.release();
    return (own == null ? plan.policies().release() : own) == ReleaseRule.ON_REQUEST;
  }

  /**
   * The last steps.
   *
   * @param what is ended
   */
  final void end(String what, String words) {
    if (plan.policies().end() == EndRule.ON_REQUEST) {
      say("requester", null, "Commands the end of " + what + ".");
    }
    say("engine", null, words);
  }

  static String title(MilestonePlan milestone) {
    return milestone.name() == null || milestone.name().isBlank()
        ? milestone.key()
        : milestone.key() + " (" + milestone.name() + ")";
  }
}
