package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Budget;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What people do with contracts in the app, behind an API client's back. A pending approval for a
 * thing that was done this way can no longer execute and reads as expired (assumed).
 */
@Singleton
public class ContractsInApp {
  private final World world;
  private final Approvals approvals;
  private final HireRequests hiring;
  private final Contracts contracts;
  private final Milestones milestones;
  private final Feed feed;

  ContractsInApp(
      World world,
      Approvals approvals,
      HireRequests hiring,
      Contracts contracts,
      Milestones milestones,
      Feed feed) {
    this.world = world;
    this.approvals = approvals;
    this.hiring = hiring;
    this.contracts = contracts;
    this.milestones = milestones;
    this.feed = feed;
  }

  public Contract hire(String proposalId, Terms terms) {
    if (!world.proposals.holds(proposalId)) {
      throw Refusal.missing("proposals", "proposalId", proposalId);
    }
    Map<String, Object> evidence = hiring.carryOut(proposalId, terms, null, MoneyAuthority.IN_APP);
    approvals.drop(ApprovalType.PROPOSAL_HIRE, proposalId);
    return world.contracts.get(String.valueOf(evidence.get("contractId")));
  }

  public Milestone createMilestone(String contractId, MilestoneOrder order) {
    return milestones.create(contract(contractId), order);
  }

  /** The trainer's tool records work; crossing 80 or 100 percent of the budget rings. */
  public Contract use(String contractId, long seconds, long labels, long tasks) {
    Contract before = contract(contractId);
    contracts.requireActive(before);
    Contract after =
        before.used(before.usage().plus(seconds, labels, tasks, world.now()), world.now());
    world.put(after);
    Budget.State earlier = Budget.of(before).state();
    if (Budget.of(after).state() != earlier) {
      feed.budgetChanged(after, earlier);
    }
    return after;
  }

  public Contract end(String contractId, EscrowChoice choice) {
    contract(contractId);
    contracts.carryOutEnd(contractId, choice, MoneyAuthority.IN_APP);
    approvals.drop(ApprovalType.CONTRACT_END, contractId);
    return contract(contractId);
  }

  private Contract contract(String contractId) {
    Contract contract = world.contracts.find(contractId);
    if (contract == null) {
      throw Refusal.missing("contracts", "contractId", contractId);
    }
    return contract;
  }
}
