package dev.tenure.lifecycle.simulation.marketplace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that the marketplace knows. */
final class MarketplaceState {
  final AccountSettings account = new AccountSettings();
  final UpdatesFeed feed = new UpdatesFeed(account);
  final EscrowLedger ledger = new EscrowLedger();
  final Map<String, SimulatedProposal> proposals = new LinkedHashMap<>();
  final Map<String, SimulatedContract> contracts = new LinkedHashMap<>();
  final Map<String, SimulatedMilestone> milestones = new LinkedHashMap<>();
  final SimulatedApprovals approvals = new SimulatedApprovals(this);

  private long lastId;

  /** An id that nothing else has, such as {@code ctr_7}. */
  String newId(String prefix) {
    lastId++;
    return prefix + "_" + lastId;
  }

  SimulatedProposal proposal(String id) {
    @Nullable SimulatedProposal proposal = proposals.get(id);
    if (proposal == null) {
      throw Refusal.missing("proposals");
    }
    return proposal;
  }

  /** A proposal on one of the account's jobs. */
  SimulatedProposal ownProposal(String id) {
    SimulatedProposal proposal = proposal(id);
    if (!proposal.ours()) {
      throw Refusal.notYours();
    }
    return proposal;
  }

  SimulatedContract contract(String id) {
    @Nullable SimulatedContract contract = contracts.get(id);
    if (contract == null) {
      throw Refusal.missing("contracts");
    }
    return contract;
  }

  SimulatedMilestone milestone(String id) {
    @Nullable SimulatedMilestone milestone = milestones.get(id);
    if (milestone == null) {
      throw Refusal.missing("milestones");
    }
    return milestone;
  }
}
