package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import java.math.BigDecimal;
import java.util.List;

/** Trainers work on what is funded, and ask for the payout; none of it is an event. */
final class Trainers {
  private final World world;
  private final Dice dice;
  private int seen;

  Trainers(World world) {
    this.world = world;
    this.dice = world.draw().dice(6_200);
  }

  void look() {
    List<MarketplaceEvent> events = world.marketplace().events();
    for (; seen < events.size(); seen++) {
      Notification event = events.get(seen).notification();
      String id = event.milestoneId();
      if (id != null && MilestoneStatus.ACTIVE_FUNDED.name().equals(event.status())) {
        funded(world.marketplace().milestone(id));
      }
    }
  }

  /** From now on all is delivered, or nothing at all. */
  void calm() {
    for (SimulatedMilestone milestone : world.marketplace().milestones()) {
      if (milestone.status() == MilestoneStatus.ACTIVE_FUNDED && !milestone.payoutRequested()) {
        funded(milestone);
      }
    }
  }

  private void funded(SimulatedMilestone milestone) {
    if (world.calm()) {
      if (world.draw().calmPeople()) {
        world.agenda().after(dice.between(Draw.MINUTE, Draw.DAY), () -> deliver(milestone));
      }
      return;
    }
    long delay = dice.between(Draw.SECOND, 2 * Draw.DAY);
    if (dice.hits(world.draw().rate(Feature.WORK))) {
      world.agenda().after(delay / 2, () -> work(milestone));
    }
    if (dice.hits(world.draw().rate(Feature.NO_DELIVERY))) {
      world.tally().struck(Feature.NO_DELIVERY);
      return;
    }
    world.agenda().after(delay, () -> deliver(milestone));
    if (dice.hits(world.draw().rate(Feature.DELIVERY_WITHDRAWN))) {
      world.agenda().after(delay + dice.between(100, Draw.HOUR), () -> withdraw(milestone));
    }
  }

  private void deliver(SimulatedMilestone milestone) {
    told(milestone, "ask for the payout of");
    world.marketplace().trainers().requestPayout(milestone.id(), world.agenda().instant());
  }

  private void withdraw(SimulatedMilestone milestone) {
    if (!world.calm() && milestone.payoutRequested()) {
      told(milestone, "take the payout request back of");
      world.tally().struck(Feature.DELIVERY_WITHDRAWN);
      world
          .marketplace()
          .trainers()
          .withdrawPayoutRequest(milestone.id(), world.agenda().instant());
      if (dice.hits(.7)) {
        world.agenda().after(dice.between(Draw.SECOND, Draw.DAY), () -> deliver(milestone));
      }
    }
  }

  private void work(SimulatedMilestone milestone) {
    world.tally().struck(Feature.WORK);
    world
        .marketplace()
        .trainers()
        .work(
            milestone.contract().id(),
            BigDecimal.valueOf(1 + dice.below(60)),
            world.agenda().instant());
  }

  private void told(SimulatedMilestone milestone, String what) {
    if (world.trace().on()) {
      world.say("trainer", what + " " + milestone.id());
    }
  }
}
