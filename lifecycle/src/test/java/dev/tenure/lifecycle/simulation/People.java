package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplacePeople;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Those who decide on approvals: each looks at each approval once, and again where it failed. */
final class People {
  private static final int TRIES = 4;

  private final World world;
  private final AppUsers appUsers;
  private final Dice dice;
  private int seen;

  People(World world, AppUsers appUsers) {
    this.world = world;
    this.appUsers = appUsers;
    this.dice = world.draw().dice(6_000);
  }

  /** Sees what was asked since the last look. */
  void look() {
    int all = world.marketplace().approvals().size();
    if (all == seen) {
      return;
    }
    Iterator<SimulatedApproval> approvals = world.marketplace().approvals().iterator();
    for (int i = 0; i < all; i++) {
      SimulatedApproval approval = approvals.next();
      if (i >= seen) {
        if (world.calm()) {
          inCalm(approval);
        } else {
          sees(approval);
        }
      }
    }
    seen = all;
  }

  /** From now on all is decided in time, or nothing at all. */
  void calm() {
    for (SimulatedApproval approval : world.marketplace().approvals()) {
      if (approval.pending()) {
        inCalm(approval);
      }
    }
  }

  private void inCalm(SimulatedApproval approval) {
    if (world.draw().calmPeople()) {
      long window = world.draw().window().toMillis();
      world
          .agenda()
          .after(1 + Math.round(window * .3 * dice.fraction()), () -> confirm(approval, 1));
    }
  }

  private void sees(SimulatedApproval approval) {
    long window = world.draw().window().toMillis();
    double wait = world.draw().patience() * dice.between(.05, 3);
    long delay = 1 + Math.round(window * wait);
    Draw draw = world.draw();
    appUsers.sees(approval, delay);
    if (dice.hits(draw.rate(Feature.DECLINES))) {
      world.agenda().after(delay, () -> decline(approval));
    } else if (!dice.hits(draw.rate(Feature.IGNORES))) {
      world.agenda().after(delay, () -> confirm(approval, 1));
    }
  }

  private void decline(SimulatedApproval approval) {
    if (approval.pending() && !world.calm()) {
      world.tally().struck(Feature.DECLINES);
      told("decline " + approval.id(), world.marketplace().people().decline(approval.id(), now()));
    }
  }

  private void confirm(SimulatedApproval approval, int attempt) {
    if (!approval.pending()) {
      return;
    }
    MarketplaceAnswer<?> answer = confirm(approval);
    told("confirm " + approval.id(), answer);
    if (answer instanceof Problem<?> && attempt < TRIES) {
      long window = world.draw().window().toMillis();
      world.agenda().after(1 + Math.round(window * .2), () -> confirm(approval, attempt + 1));
    }
  }

  private MarketplaceAnswer<?> confirm(SimulatedApproval approval) {
    MarketplacePeople people = world.marketplace().people();
    boolean atRandom = !world.calm();
    if (approval.kind() == ApprovalKind.PROPOSAL_HIRE
        && atRandom
        && dice.hits(world.draw().rate(Feature.EDITS))) {
      world.tally().struck(Feature.EDITS);
      return people.confirmEdited(approval.id(), edit(approval), now());
    }
    if (approval.kind() == ApprovalKind.CONTRACT_END
        && dice.hits(world.draw().rate(Feature.END_PAYS))) {
      return people.confirmEndPaying(approval.id(), now());
    }
    return people.confirm(approval.id(), now());
  }

  /** More or less money, and another name. */
  private MilestonePlan edit(SimulatedApproval approval) {
    long asked = approval.terms() == null ? 10_000 : approval.terms().amountCents();
    long cents = Math.max(100, asked * (50 + dice.below(120)) / 100);
    return new MilestonePlan(
        "edited",
        dice.hits(.3) ? "Edited" : null,
        null,
        Money.ofMinor(cents, Money.USD),
        null,
        FundRule.atStart());
  }

  private void told(String what, @Nullable MarketplaceAnswer<?> answer) {
    if (world.trace().on()) {
      world.say("people", what + (answer instanceof Problem<?> p ? ": " + p.reason() : ""));
    }
  }

  private Instant now() {
    return world.agenda().instant();
  }
}
