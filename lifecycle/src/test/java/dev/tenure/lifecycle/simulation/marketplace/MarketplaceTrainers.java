package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import java.math.BigDecimal;
import java.time.Instant;

/** What trainers do. None of it but a crossed budget is an event. */
public final class MarketplaceTrainers {
  private final MarketplaceState state;
  private final MarketplaceActions actions;

  MarketplaceTrainers(MarketplaceState state, MarketplaceActions actions) {
    this.state = state;
    this.actions = actions;
  }

  /** Says that the work is done and asks for its payment. */
  public MarketplaceAnswer<ContractSnapshot> requestPayout(String milestoneId, Instant now) {
    return payoutRequested(milestoneId, true, now);
  }

  /** Takes back that the work is done. No document speaks of it; contract reads would show it. */
  public MarketplaceAnswer<ContractSnapshot> withdrawPayoutRequest(
      String milestoneId, Instant now) {
    return payoutRequested(milestoneId, false, now);
  }

  /** Hours, to the second, or labels. Work on a fixed price changes nothing. */
  public MarketplaceAnswer<ContractSnapshot> work(
      String contractId, BigDecimal volume, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          SimulatedContract contract = state.contract(contractId);
          actions.work(contract, volume, now);
          return contract.snapshot();
        });
  }

  private MarketplaceAnswer<ContractSnapshot> payoutRequested(
      String milestoneId, boolean requested, Instant now) {
    return SimulatedMarketplace.answer(
        () -> {
          SimulatedMilestone milestone = state.milestone(milestoneId);
          MarketplaceActions.requireActive(milestone.contract());
          if (milestone.status() != MilestoneStatus.ACTIVE_FUNDED) {
            throw Refusal.conflict("milestone_state");
          }
          if (milestone.payoutRequested() != requested) {
            milestone.requestPayout(requested);
            milestone.contract().keepVersion(now);
          }
          return milestone.contract().snapshot();
        });
  }
}
