package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the marketplace's events to the hires concerned: late, twice, in any order, or never. */
final class Notifications {
  private final World world;
  private final Dice dice;
  private int seen;

  Notifications(World world) {
    this.world = world;
    this.dice = world.draw().dice(6_500);
  }

  void look() {
    List<MarketplaceEvent> events = world.marketplace().events();
    for (; seen < events.size(); seen++) {
      Notification event = events.get(seen).notification();
      String proposalId = proposalOf(event);
      for (HireDriver hire : world.hires()) {
        if (hire.proposalId().equals(proposalId) || strays()) {
          deliver(hire, event);
        }
      }
    }
  }

  private boolean strays() {
    return !world.calm() && dice.hits(world.draw().rate(Feature.NOTIFICATIONS_STRAY));
  }

  private void deliver(HireDriver hire, Notification event) {
    boolean calm = world.calm();
    Draw draw = world.draw();
    if (!calm && dice.hits(draw.rate(Feature.NOTIFICATIONS_LOST))) {
      world.tally().struck(Feature.NOTIFICATIONS_LOST);
      return;
    }
    later(hire, event);
    if (!calm && dice.hits(draw.rate(Feature.NOTIFICATIONS_DOUBLED))) {
      world.tally().struck(Feature.NOTIFICATIONS_DOUBLED);
      later(hire, event);
    }
  }

  private void later(HireDriver hire, Notification event) {
    boolean late = !world.calm() && dice.hits(world.draw().rate(Feature.NOTIFICATIONS_LATE));
    long delay = late ? dice.between(Draw.SECOND, 5 * Draw.HOUR) : 20 + dice.below(1_500);
    world.agenda().after(delay, () -> hire.observe(new OpenTrainObservation.Notified(event)));
  }

  private @Nullable String proposalOf(Notification event) {
    if (event.proposalId() != null) {
      return event.proposalId();
    }
    String contractId = event.contractId();
    String approvalId = event.approvalId();
    if (approvalId != null) {
      ApprovalSnapshot approval = world.marketplace().approval(approvalId).snapshot();
      if (approval.proposalId() != null) {
        return approval.proposalId();
      }
      contractId = approval.contractId();
    }
    return contractId == null ? null : world.marketplace().contract(contractId).proposal().id();
  }
}
