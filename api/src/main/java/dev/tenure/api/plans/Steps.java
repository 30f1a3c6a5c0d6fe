package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.StepJson;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a hire would run: who does what, in order. */
final class Steps {

  private final Price price;
  private final HirePlan plan;
  private final List<StepJson> steps = new ArrayList<>();

  private Steps(Price price) {
    this.price = price;
    this.plan = price.plan();
  }

  static List<StepJson> of(Price price) {
    Steps steps = new Steps(price);
    steps.hire();
    price.plan().milestones().forEach(steps::milestone);
    steps.end();
    return steps.steps;
  }

  /** The hire, each later funding, each release. */
  static int approvals(HirePlan plan) {
    return 2 * plan.milestones().size();
  }

  private void hire() {
    MilestonePlan first = plan.first();
    say(
        "engine",
        first,
        "Asks the marketplace to hire from proposal %s, with milestone %s of %s."
            .formatted(plan.proposalId(), title(first), first.amount()));
    say(
        "person",
        first,
        "Confirms the hire; the marketplace makes the contract and charges about %s, fees included."
            .formatted(price.first()));
  }

  private void milestone(MilestonePlan milestone) {
    if (!price.first(milestone)) {
      fund(milestone);
    }
    say("trainer", milestone, "Does the work of milestone " + title(milestone) + ".");
    if (release(milestone) == ReleaseRule.ON_REQUEST) {
      say("requester", milestone, "Commands the release of milestone " + title(milestone) + ".");
    } else {
      say("trainer", milestone, "Requests the payout, which lets the engine ask for the release.");
    }
    say(
        "person",
        milestone,
        "Confirms the release of %s to the trainer.".formatted(expected(milestone)));
  }

  private void fund(MilestonePlan milestone) {
    String what = "Creates milestone " + title(milestone) + " and asks for its funding, ";
    switch (milestone.fund().when()) {
      case AT_START -> say("engine", milestone, what + "as soon as the contract stands.");
      case AFTER_PAID ->
          say("engine", milestone, what + "once " + milestone.fund().after() + " is paid.");
      case ON_REQUEST -> {
        say("requester", milestone, "Commands the funding of milestone " + title(milestone) + ".");
        say("engine", milestone, what + "upon that command.");
      }
    }
    Money amount = expected(milestone);
    say(
        "person",
        milestone,
        "Confirms the funding; the marketplace charges about %s, fees included."
            .formatted(amount.plus(price.fees(milestone, amount))));
  }

  private void end() {
    if (plan.policies().end() == EndRule.ON_REQUEST) {
      say("requester", null, "Commands the end of the contract.");
    }
    say("engine", null, "Ends the contract; with no money in escrow nobody has to approve that.");
  }

  private ReleaseRule release(MilestonePlan milestone) {
    return milestone.release() == null ? plan.policies().release() : milestone.release();
  }

  private Money expected(MilestonePlan milestone) {
    @Nullable Money other = price.marketplacePrice(milestone);
    return other == null ? milestone.amount() : other;
  }

  private void say(String who, @Nullable MilestonePlan milestone, String words) {
    steps.add(
        new StepJson(steps.size() + 1, who, milestone == null ? null : milestone.key(), words));
  }

  private static String title(MilestonePlan milestone) {
    return milestone.name() == null || milestone.name().isBlank()
        ? milestone.key()
        : milestone.key() + " (" + milestone.name() + ")";
  }
}
