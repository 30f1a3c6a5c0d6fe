package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplacePeople;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedProposal;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People who work in the app behind the API's back, mostly around the time of an approval. */
final class AppUsers {
  private final World world;
  private final Dice dice;

  AppUsers(World world) {
    this.world = world;
    this.dice = world.draw().dice(6_100);
  }

  /** What people do although nothing was asked of them yet. */
  void begin() {
    for (HireDriver hire : world.hires()) {
      String proposalId = hire.proposalId();
      if (dice.hits(world.draw().rate(Feature.NOT_FIT))) {
        act(0, Feature.NOT_FIT, () -> markAsNotFit(proposalId));
      }
      if (dice.hits(world.draw().rate(Feature.APP_HIRES) * .3)) {
        act(dice.between(100, Draw.DAY), Feature.APP_HIRES, () -> hire(proposalId));
      }
    }
  }

  /** Somebody was asked, and decides after a while; others act in the app meanwhile. */
  void sees(SimulatedApproval approval, long delay) {
    String subject = approval.subjectId();
    switch (approval.kind()) {
      case PROPOSAL_HIRE -> {
        maybe(Feature.APP_HIRES, delay, () -> hire(subject));
        maybe(Feature.OTHERS_ASK, delay, () -> askToo(subject));
      }
      case MILESTONE_FUND -> {
        maybe(Feature.APP_FUNDS, delay, () -> people().fundInApp(subject, now()));
        maybe(Feature.APP_CANCELS, delay, () -> people().cancelInApp(subject, now()));
        maybe(Feature.APP_REPRICES, delay, () -> reprice(subject));
      }
      case MILESTONE_APPROVE -> {
        maybe(Feature.APP_PAYS, delay, () -> people().payInApp(subject, now()));
        maybe(Feature.APP_CANCELS, delay, () -> people().cancelInApp(subject, now()));
        maybe(Feature.APP_DISPUTES, delay, () -> people().disputeInApp(subject, now()));
      }
      case CONTRACT_END -> maybe(Feature.APP_ENDS, delay, () -> end(contract(approval)));
      case MILESTONE_DISPUTE -> throw new AssertionError("OpenTrain knows no disputes");
    }
    maybe(Feature.APP_ADDS, delay, () -> add(approval, null));
    maybe(Feature.APP_COPIES, delay, () -> copy(approval));
    maybe(Feature.APP_ENDS, delay, () -> end(contract(approval)));
    maybe(Feature.APP_CANCELS, delay, () -> any(approval, m -> people().cancelInApp(m, now())));
    maybe(Feature.APP_FUNDS, delay, () -> any(approval, m -> people().fundInApp(m, now())));
    maybe(Feature.APP_PAYS, delay, () -> any(approval, m -> people().payInApp(m, now())));
    maybe(Feature.APP_REPRICES, delay, () -> any(approval, this::reprice));
  }

  private interface MilestoneAct {
    MarketplaceAnswer<?> on(String milestoneId);
  }

  private void maybe(Feature feature, long delay, Supplier<@Nullable MarketplaceAnswer<?>> act) {
    if (dice.hits(world.draw().rate(feature))) {
      long when =
          switch (dice.below(5)) {
            case 0 -> Math.round(delay * dice.fraction());
            case 1 -> delay - 1 - dice.below(2_000);
            case 2 -> delay + dice.below(2_000);
            case 3 -> delay + dice.between(Draw.SECOND, Draw.HOUR);
            default -> delay + dice.between(Draw.HOUR, 2 * Draw.DAY);
          };
      act(Math.max(0, when), feature, act);
    }
  }

  private void act(long delay, Feature feature, Supplier<@Nullable MarketplaceAnswer<?>> act) {
    world
        .agenda()
        .after(
            delay,
            () -> {
              if (!world.calm()) {
                MarketplaceAnswer<?> answer = act.get();
                boolean done = answer != null && !(answer instanceof Problem<?>);
                if (done) {
                  world.tally().struck(feature);
                }
                if (world.trace().on()) {
                  world.say("app", feature.words + (done ? ": " + answer : ": not possible"));
                }
              }
            });
  }

  private MarketplaceAnswer<?> hire(String proposalId) {
    MilestonePlan terms =
        new MilestonePlan("app", "Hired in the app", null, amount(), null, FundRule.atStart());
    return people().hireInApp(proposalId, terms, now());
  }

  /** Another client of the account, or a colleague: on other terms, which overtakes ours. */
  private MarketplaceAnswer<?> askToo(String proposalId) {
    MilestonePlan terms =
        new MilestonePlan("other", "Other terms", null, amount(), null, FundRule.atStart());
    MarketplaceAnswer<AskAnswer> answer =
        world.marketplace().requestHire(proposalId, terms, true, now());
    if (answer instanceof Ok<AskAnswer>(AskAnswer.Pending(ApprovalSnapshot made))) {
      world.invariants().madeByOthers(made.id());
    }
    return answer;
  }

  private @Nullable MarketplaceAnswer<?> markAsNotFit(String proposalId) {
    people().markProposal(proposalId, SimulatedProposal.NOT_A_FIT, now());
    return null;
  }

  private MarketplaceAnswer<?> reprice(String milestoneId) {
    return people().editAmountInApp(milestoneId, amount(), now());
  }

  private @Nullable MarketplaceAnswer<?> end(@Nullable SimulatedContract contract) {
    return contract == null ? null : people().endInApp(contract.id(), dice.hits(.5), now());
  }

  private @Nullable MarketplaceAnswer<?> add(SimulatedApproval approval, @Nullable String tag) {
    SimulatedContract contract = contract(approval);
    String description = tag == null ? "added in the app" : "a copy\n[" + tag + "]";
    return contract == null
        ? null
        : people().addMilestoneInApp(contract.id(), "Extra", description, amount(), now());
  }

  /** A description that is copied brings its tag along; also one that no milestone has yet. */
  private @Nullable MarketplaceAnswer<?> copy(SimulatedApproval approval) {
    SimulatedContract contract = contract(approval);
    if (contract == null) {
      return null;
    }
    List<String> tags =
        contract.milestones().stream()
            .map(SimulatedMilestone::tag)
            .filter(tag -> tag != null)
            .toList();
    return tags.isEmpty() ? null : add(approval, dice.oneOf(tags));
  }

  private @Nullable MarketplaceAnswer<?> any(SimulatedApproval approval, MilestoneAct act) {
    SimulatedContract contract = contract(approval);
    if (contract == null || contract.milestones().isEmpty()) {
      return null;
    }
    return act.on(dice.oneOf(contract.milestones()).id());
  }

  private @Nullable SimulatedContract contract(SimulatedApproval approval) {
    String id = approval.snapshot().contractId();
    if (id != null) {
      return world.marketplace().contract(id);
    }
    String proposalId = approval.snapshot().proposalId();
    return proposalId == null ? null : world.marketplace().proposal(proposalId).contract();
  }

  private Money amount() {
    return Money.ofMinor(500L + dice.below(120_000), Money.USD);
  }

  private MarketplacePeople people() {
    return world.marketplace().people();
  }

  private Instant now() {
    return world.agenda().instant();
  }
}
