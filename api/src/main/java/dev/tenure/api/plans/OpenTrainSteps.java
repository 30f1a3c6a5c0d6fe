package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.StepJson;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a hire on OpenTrain would run: who does what, in order. */
final class OpenTrainSteps extends StepList {

  private final Price price;

  private OpenTrainSteps(Price price) {
    super(price.plan());
    this.price = price;
  }

  static List<StepJson> of(Price price) {
    var steps = new OpenTrainSteps(price);
    steps.hire();
    price.plan().milestones().forEach(steps::milestone);
    steps.end(
        "the contract", "Ends the contract; with no money in escrow nobody has to approve that.");
    return steps.all();
  }

  private void hire() {
    MilestonePlan first = plan().first();
    say(
        "engine",
        first,
        "Asks the marketplace to hire from proposal %s, with milestone %s of %s."
            .formatted(plan().proposalId(), title(first), first.amount()));
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
    if (releasedOnRequest(milestone)) {
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

  private Money expected(MilestonePlan milestone) {
    @Nullable Money other = price.marketplacePrice(milestone);
    return other == null ? milestone.amount() : other;
  }
}
