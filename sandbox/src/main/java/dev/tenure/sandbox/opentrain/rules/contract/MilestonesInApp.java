package dev.tenure.sandbox.opentrain.rules.contract;

import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.contract.MilestoneStatus;
import dev.tenure.sandbox.opentrain.model.money.Fees;
import dev.tenure.sandbox.opentrain.rules.MoneyAuthority;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import dev.tenure.sandbox.opentrain.rules.money.Escrow;
import dev.tenure.sandbox.opentrain.rules.money.Invoices;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What people do with milestones in the app, behind an API client's back. Each answers with the
 * contract as it is then; an approval that was pending for the same thing reads as expired.
 */
@Singleton
public class MilestonesInApp {
  private final World world;
  private final Approvals approvals;
  private final Contracts contracts;
  private final Escrow escrow;
  private final Invoices invoices;
  private final Feed feed;

  MilestonesInApp(
      World world,
      Approvals approvals,
      Contracts contracts,
      Escrow escrow,
      Invoices invoices,
      Feed feed) {
    this.world = world;
    this.approvals = approvals;
    this.contracts = contracts;
    this.escrow = escrow;
    this.invoices = invoices;
    this.feed = feed;
  }

  public Contract fund(String milestoneId) {
    Contract contract = requireAt(milestoneId, MilestoneStatus.NOT_FUNDED);
    Milestone milestone = contract.milestone(milestoneId);
    long fees = Fees.atFunding(milestone.terms().amountCents());
    escrow.fund(contract, milestone, fees, null, MoneyAuthority.IN_APP);
    approvals.drop(ApprovalType.MILESTONE_FUND, milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Pays the trainer, which also is how a dispute ends in the trainer's favour. */
  public Contract pay(String milestoneId) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    if (!milestone.status().holds()) {
      throw wrongState(milestone);
    }
    escrow.release(contract, milestone, MoneyAuthority.IN_APP);
    approvals.drop(ApprovalType.MILESTONE_APPROVE, milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Cancels it; money behind it goes back to the employer. */
  public Contract cancel(String milestoneId) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    switch (milestone.status()) {
      case NOT_FUNDED -> keep(contract, milestone.moved(MilestoneStatus.CANCELLED));
      case ACTIVE_FUNDED, DISPUTED -> escrow.refund(contract, milestone, MoneyAuthority.IN_APP);
      case PAID, CANCELLED, REFUNDED -> throw wrongState(milestone);
    }
    approvals.drop(ApprovalType.MILESTONE_FUND, milestoneId);
    approvals.drop(ApprovalType.MILESTONE_APPROVE, milestoneId);
    invoices.drop(milestoneId);
    return world.contracts.get(contract.id());
  }

  /** Takes the money back from a milestone that holds some. */
  public Contract refund(String milestoneId) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    if (!milestone.status().holds()) {
      throw wrongState(milestone);
    }
    return cancel(milestoneId);
  }

  /**
   * The trainer says that the work is done. No feed event is documented for it by name; assumed:
   * the employer's bill now waits for action, which is what {@code payment.pending} tells.
   */
  public Contract requestPayout(String milestoneId) {
    Contract contract = requireAt(milestoneId, MilestoneStatus.ACTIVE_FUNDED);
    if (contract.milestone(milestoneId).pendingApproval()) {
      return contract;
    }
    Milestone asked = contract.milestone(milestoneId).payoutRequested();
    world.put(contract.replacing(asked, world.now()));
    if (world.settings().payoutEvents()) {
      feed.payoutRequested(contract, asked);
    }
    return world.contracts.get(contract.id());
  }

  /** Somebody questions the work: the money stays where it is until a person settles it. */
  public Contract dispute(String milestoneId) {
    Contract contract = requireAt(milestoneId, MilestoneStatus.ACTIVE_FUNDED);
    keep(contract, contract.milestone(milestoneId).moved(MilestoneStatus.DISPUTED));
    approvals.drop(ApprovalType.MILESTONE_APPROVE, milestoneId);
    return world.contracts.get(contract.id());
  }

  private Contract holding(String milestoneId) {
    Contract contract = world.contractOf(milestoneId);
    if (contract == null) {
      throw Refusal.missing("milestones", "milestoneId", milestoneId);
    }
    contracts.requireActive(contract);
    return contract;
  }

  private Contract requireAt(String milestoneId, MilestoneStatus status) {
    Contract contract = holding(milestoneId);
    Milestone milestone = contract.milestone(milestoneId);
    if (!milestone.at(status)) {
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
