package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.StepJson;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Durations;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How a hire on OpenContract would run: who does what, in order. */
final class OpenContractSteps extends StepList {

  private final OpenContractTerms terms;

  private OpenContractSteps(HirePlan plan) {
    super(plan);
    this.terms = Objects.requireNonNull(plan.openContract());
  }

  static List<StepJson> of(HirePlan plan) {
    var steps = new OpenContractSteps(plan);
    plan.milestones().forEach(steps::milestone);
    steps.end("the hire", "Closes the hire once every Working Contract has ended.");
    return steps.all();
  }

  private void milestone(MilestonePlan milestone) {
    OpenContractMilestone block = Objects.requireNonNull(milestone.openContract());
    Money price = milestone.amount();
    if (milestone.fund().when() == FundWhen.ON_REQUEST) {
      say("requester", milestone, "Commands the funding of milestone " + title(milestone) + ".");
    }
    say(
        "person",
        milestone,
        "Approves here the Working Contract of milestone %s for %s, %s%s."
            .formatted(
                title(milestone),
                price,
                terms.worker() == null ? "as an open tender" : "awarded to " + terms.worker(),
                after(milestone)));
    say(
        "engine",
        milestone,
        "Creates the contract and pays %s into its escrow, by signature.".formatted(price));
    say(
        "worker",
        milestone,
        "Accepts and stakes %s; delivers %s."
            .formatted(
                within(block, block.matchWithin(), "by the match deadline"),
                within(block, block.deliverWithin(), "by the delivery deadline")));
    if (releasedOnRequest(milestone)) {
      say("requester", milestone, "Commands the release of milestone " + title(milestone) + ".");
    }
    say("person", milestone, review(milestone, price));
    say(
        "engine",
        milestone,
        "Approves the delivery; the marketplace pays the Worker, less its fee.");
  }

  private String review(MilestonePlan milestone, Money price) {
    String silence =
        terms.onSilence() == OnSilence.LET_PAY
            ? "without an answer %s is paid at the review deadline all the same".formatted(price)
            : "without an answer a dispute is asked for";
    return "Approves here the release of %s for milestone %s; a no becomes a dispute, which puts a"
            .formatted(price, title(milestone))
        + " bond of about "
        + OpenContractPlanner.bond(price)
        + " at risk, and "
        + silence
        + ".";
  }

  private String after(MilestonePlan milestone) {
    return milestone.fund().when() == FundWhen.AFTER_PAID
        ? ", once " + milestone.fund().after() + " is settled"
        : "";
  }

  private static String within(OpenContractMilestone block, Duration window, String given) {
    return block.deadlines() == null ? "within " + Durations.words(window) : given;
  }
}
