package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.simulation.marketplace.EscrowLedger.EntryKind;
import dev.tenure.model.hire.ApprovalKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what was confirmed, called for or done in the app: the only place where money moves.
 * What cannot be done is refused before anything is changed.
 */
final class MarketplaceActions {
  private final MarketplaceState state;

  MarketplaceActions(MarketplaceState state) {
    this.state = state;
  }

  /** Accepts the proposal, makes the contract, and creates and funds its first milestone. */
  Map<String, String> hire(
      SimulatedProposal proposal, MilestoneTerms terms, Actor by, Instant now) {
    requireNotHired(proposal);
    requireCharge();
    SimulatedContract contract = new SimulatedContract(state.newId("ctr"), proposal, by, now);
    state.contracts.put(contract.id(), contract);
    proposal.hired(contract);
    state.feed.proposalChanged(proposal, now);
    state.feed.contractCreated(contract, now);
    SimulatedMilestone first = add(contract, terms, firstVolume(proposal, terms), by);
    charge(first, Assumed.feesOfHire(terms.amountCents()), by, now);
    contract.keepVersion(now);
    Map<String, String> result = new LinkedHashMap<>();
    result.put("hired", "true");
    result.put("contractId", contract.id());
    result.put("jobId", proposal.jobId());
    result.put("freelancerUserId", "usr_" + proposal.id());
    return result;
  }

  /** Creates a milestone that holds no money. */
  SimulatedMilestone create(
      SimulatedContract contract,
      MilestoneTerms terms,
      @Nullable BigDecimal volume,
      Actor by,
      Instant now) {
    requireActive(contract);
    SimulatedMilestone milestone = add(contract, terms, volume, by);
    contract.keepVersion(now);
    state.feed.milestoneChanged(milestone, now);
    return milestone;
  }

  /** Charges amount and fees, and puts the amount behind the milestone. */
  Map<String, String> fund(SimulatedMilestone milestone, Actor by, Instant now) {
    requireCharge();
    charge(milestone, Assumed.feesOfFunding(milestone.amountCents()), by, now);
    milestone.contract().keepVersion(now);
    Map<String, String> result = new LinkedHashMap<>();
    result.put("invoiceId", milestone.invoiceId());
    result.put("paymentIntentId", state.newId("pi"));
    return result;
  }

  /** Pays the trainer what is held. */
  Map<String, String> release(SimulatedMilestone milestone, Actor by, Instant now) {
    settle(milestone, EntryKind.PAID, by, now);
    milestone.contract().keepVersion(now);
    Map<String, String> result = new LinkedHashMap<>();
    result.put("invoiceId", milestone.invoiceId());
    result.put("payoutTransactionId", state.newId("po"));
    return result;
  }

  /** Hides the milestone from reads; what it holds goes back to the employer. */
  void cancel(SimulatedMilestone milestone, Actor by, Instant now) {
    if (milestone.status().holds()) {
      settle(milestone, EntryKind.REFUNDED, by, now);
    } else {
      milestone.settled(MilestoneStatus.CANCELLED, by);
      state.feed.milestoneChanged(milestone, now);
    }
    milestone.contract().keepVersion(now);
  }

  void dispute(SimulatedMilestone milestone, Instant now) {
    milestone.disputed();
    state.feed.milestoneChanged(milestone, now);
    milestone.contract().keepVersion(now);
  }

  /** Ends it: what is held goes where the person said, and nothing more can be decided on it. */
  Map<String, String> end(SimulatedContract contract, boolean payEscrow, Actor by, Instant now) {
    requireActive(contract);
    for (SimulatedMilestone milestone : contract.holding()) {
      settle(milestone, payEscrow ? EntryKind.PAID : EntryKind.REFUNDED, by, now);
    }
    contract.end(by, now);
    contract.keepVersion(now);
    for (SimulatedMilestone milestone : contract.milestones()) {
      state.approvals.overtake(ApprovalKind.MILESTONE_FUND, milestone.id(), now);
      state.approvals.overtake(ApprovalKind.MILESTONE_APPROVE, milestone.id(), now);
      milestone.dropBill();
    }
    return Map.of("contractEnded", "true");
  }

  /** The trainer's tool records work; crossing 80 or 100 percent of the budget is an event. */
  void work(SimulatedContract contract, BigDecimal volume, Instant now) {
    requireActive(contract);
    String before = contract.budgetState();
    contract.work(volume);
    contract.keepVersion(now);
    budgetChanged(contract, before, now);
  }

  static void requireActive(SimulatedContract contract) {
    if (!contract.active()) {
      throw Refusal.conflict("contract_ended");
    }
  }

  static void requireNotHired(SimulatedProposal proposal) {
    if (proposal.contract() != null) {
      throw Refusal.conflict("already_accepted");
    }
  }

  private void requireCharge() {
    if (!state.account.card()) {
      // At this moment a person is told, who needs no link.
      throw Refusal.conflict("payment_method_required");
    }
    if (state.account.cardDeclines()) {
      throw Refusal.conflict("card_declined");
    }
  }

  private SimulatedMilestone add(
      SimulatedContract contract, MilestoneTerms terms, @Nullable BigDecimal volume, Actor by) {
    int number = contract.milestones().size() + 1;
    SimulatedMilestone milestone =
        new SimulatedMilestone(state.newId("mst"), contract, number, terms, volume, by);
    contract.add(milestone);
    state.milestones.put(milestone.id(), milestone);
    return milestone;
  }

  private void charge(SimulatedMilestone milestone, long fees, Actor by, Instant now) {
    String budget = milestone.contract().budgetState();
    milestone.funded(state.newId("inv"), by);
    state.ledger.book(EntryKind.FUNDED, milestone.amountCents(), milestone, by, now);
    state.ledger.book(EntryKind.FEE, fees, milestone, by, now);
    state.feed.milestoneChanged(milestone, now);
    budgetChanged(milestone.contract(), budget, now);
  }

  private void settle(SimulatedMilestone milestone, EntryKind kind, Actor by, Instant now) {
    String budget = milestone.contract().budgetState();
    boolean paid = kind == EntryKind.PAID;
    milestone.settled(paid ? MilestoneStatus.PAID : MilestoneStatus.REFUNDED, by);
    state.ledger.book(kind, milestone.amountCents(), milestone, by, now);
    state.feed.milestoneChanged(milestone, now);
    budgetChanged(milestone.contract(), budget, now);
  }

  private void budgetChanged(SimulatedContract contract, String before, Instant now) {
    if (!contract.budgetState().equals(before)) {
      state.feed.budgetChanged(contract, now);
    }
  }

  private static @Nullable BigDecimal firstVolume(
      SimulatedProposal proposal, MilestoneTerms terms) {
    BigDecimal rate = proposal.rateUsd();
    return proposal.paymentType().byVolume() && rate != null
        ? Assumed.volume(rate, BigDecimal.valueOf(terms.amountCents(), 2))
        : null;
  }
}
