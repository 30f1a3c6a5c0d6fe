package dev.tenure.sandbox.rules;

import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Budget;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What people do with contracts in the app, behind an API client's back. A pending approval for a
 * thing that was done this way can no longer execute and reads as expired (assumed).
 */
@Singleton
public class InTheApp {
  private final World world;
  private final Approvals approvals;
  private final Hiring hiring;
  private final Contracts contracts;
  private final Milestones milestones;
  private final Feed feed;

  InTheApp(
      World world,
      Approvals approvals,
      Hiring hiring,
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
    Map<String, Object> evidence = hiring.carryOut(proposalId, terms, null, Warrant.IN_APP);
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
    contracts.carryOutEnd(contractId, choice, Warrant.IN_APP);
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
