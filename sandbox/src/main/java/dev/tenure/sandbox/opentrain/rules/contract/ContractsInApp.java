package dev.tenure.sandbox.opentrain.rules.contract;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What people do with contracts and their milestones in the app, behind an API client's back. A
 * pending approval for a thing that was done this way can no longer execute and reads as expired
 * (assumed).
 */
@Singleton
public class ContractsInApp {
  private final World world;
  private final Approvals approvals;
  private final HireRequests hiring;
  private final Contracts contracts;
  private final Escrow escrow;
  private final Feed feed;

  ContractsInApp(
      World world,
      Approvals approvals,
      HireRequests hiring,
      Contracts contracts,
      Escrow escrow,
      Feed feed) {
    this.world = world;
    this.approvals = approvals;
    this.hiring = hiring;
    this.contracts = contracts;
    this.escrow = escrow;
    this.feed = feed;
  }

  public Contract hire(String proposalId, Terms terms) {
    if (!world.proposals.holds(proposalId)) {
      throw Refusal.missing("proposals", "proposalId", proposalId);
    }
    Map<String, Object> evidence = hiring.carryOut(proposalId, terms, null, MoneyAuthority.IN_APP);
    approvals.drop(Approval.Type.PROPOSAL_HIRE, proposalId);
    return world.contracts.get(String.valueOf(evidence.get("contractId")));
  }

  public Milestone createMilestone(String contractId, Contracts.NewMilestone order) {
    return contracts.create(contract(contractId), order);
  }

  /** The trainer's tool records work; crossing 80 or 100 percent of the budget rings. */
  public Contract use(String contractId, long seconds, long labels, long tasks) {
    Contract before = contract(contractId);
    contracts.requireActive(before);
    Contract after =
        before.used(before.usage().plus(seconds, labels, tasks, world.now()), world.now());
    world.put(after);
    feed.budgetChanged(before, after);
    return after;
  }

  public Contract end(String contractId, EscrowChoice choice) {
    contract(contractId);
    contracts.carryOutEnd(contractId, choice, MoneyAuthority.IN_APP);
    approvals.drop(Approval.Type.CONTRACT_END, contractId);
    return contract(contractId);
  }

  public Contract fund(String milestoneId) {
    Contract contract = requireAt(milestoneId, Milestone.Status.NOT_FUNDED::equals);
    Milestone milestone = contract.milestone(milestoneId);
    long fees = Fees.atFunding(milestone.terms().amountCents());
    escrow.fund(contract, milestone, fees, null, MoneyAuthority.IN_APP);
    approvals.drop(Approval.Type.MILESTONE_FUND, milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Pays the trainer, which also is how a dispute ends in the trainer's favour. */
  public Contract pay(String milestoneId) {
    Contract contract = requireAt(milestoneId, Milestone.Status::holds);
    Milestone milestone = contract.milestone(milestoneId);
    escrow.release(contract, milestone, MoneyAuthority.IN_APP);
    approvals.drop(Approval.Type.MILESTONE_APPROVE, milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Cancels it; money behind it goes back to the employer. */
  public Contract cancel(String milestoneId) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    switch (milestone.status()) {
      case NOT_FUNDED -> keep(contract, milestone.moved(Milestone.Status.CANCELLED));
      case ACTIVE_FUNDED, DISPUTED -> escrow.refund(contract, milestone, MoneyAuthority.IN_APP);
      case PAID, CANCELLED, REFUNDED -> throw wrongState(milestone);
    }
    approvals.drop(Approval.Type.MILESTONE_FUND, milestoneId);
    approvals.drop(Approval.Type.MILESTONE_APPROVE, milestoneId);
    escrow.dropBill(milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Takes the money back from a milestone that holds some. */
  public Contract refund(String milestoneId) {
    requireAt(milestoneId, Milestone.Status::holds);
    return cancel(milestoneId);
  }

  /**
   * The trainer says that the work is done. No feed event is documented for it by name; assumed:
   * the employer's bill now waits for action, which is what {@code payment.pending} tells.
   */
  public Contract requestPayout(String milestoneId) {
    Contract contract = requireAt(milestoneId, Milestone.Status.ACTIVE_FUNDED::equals);
    if (contract.milestone(milestoneId).pendingApproval()) {
      return contract;
    }
    Milestone asked = contract.milestone(milestoneId).payoutRequested();
    world.put(contract.replacing(asked, world.now()));
    if (world.settings().payoutEvents()) {
      feed.paymentPending(requireNonNull(asked.funding()).invoiceId(), contract, asked);
    }
    return world.contracts.get(contract.id());
  }

  /** Somebody questions the work: the money stays where it is until a person settles it. */
  public Contract dispute(String milestoneId) {
    Contract contract = requireAt(milestoneId, Milestone.Status.ACTIVE_FUNDED::equals);
    keep(contract, contract.milestone(milestoneId).moved(Milestone.Status.DISPUTED));
    approvals.drop(Approval.Type.MILESTONE_APPROVE, milestoneId);
    return world.contracts.get(contract.id());
  }

  private Contract contract(String contractId) {
    return Refusal.found(world.contracts.find(contractId), "contracts", "contractId", contractId);
  }

  private Contract holding(String milestoneId) {
    Contract contract =
        Refusal.found(world.contractOf(milestoneId), "milestones", "milestoneId", milestoneId);
    contracts.requireActive(contract);
    return contract;
  }

  private Contract requireAt(String milestoneId, Predicate<Milestone.Status> wanted) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    if (!wanted.test(milestone.status())) {
      throw wrongState(milestone);
    }
    return contract;
  }

  private void keep(Contract contract, Milestone changed) {
    world.put(contract.replacing(changed, world.now()));
    feed.milestoneChanged(contract, changed);
  }

  private static Refusal wrongState(Milestone milestone) {
    return Refusal.conflict(
        "milestone_state",
        "This milestone is " + milestone.status().name() + ".",
        Map.of("milestoneStatus", milestone.status().name()));
  }
}
