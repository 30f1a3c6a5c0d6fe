package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.Fees;
import dev.tenure.model.HirePlan;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import java.util.Collection;

/** Computes the money of a hire from its milestones. */
final class Totals {

  private Totals() {}

  /**
   * Adds up.
   *
   * @param approvals all of the hire's, since a milestone that was cancelled does not tell whether
   *     it had been funded
   */
  static MoneyTotals of(
      HirePlan plan,
      Collection<MilestoneDocument> milestones,
      Collection<ApprovalDocument> approvals) {
    Money zero = Money.zero(plan.currency());
    Money committed = zero;
    Money paid = zero;
    Money fees = zero;
    Money worst = zero;
    for (MilestoneDocument milestone : milestones) {
      Money withFees = milestone.amount().plus(fees(plan, milestone));
      if (milestone.state() == MilestoneState.PAID || milestone.state().inEscrow()) {
        committed = committed.plus(milestone.amount());
        fees = fees.plus(fees(plan, milestone));
        worst = worst.plus(withFees);
      } else if (!milestone.state().settled()) {
        worst = worst.plus(withFees);
      } else if (feesAreSunk(milestone, approvals)) {
        fees = fees.plus(fees(plan, milestone));
        worst = worst.plus(fees(plan, milestone));
      }
      if (milestone.state() == MilestoneState.PAID) {
        paid = paid.plus(milestone.amount());
      }
    }
    return new MoneyTotals(plan.cap(), committed, paid, fees, worst);
  }

  /** Assumed: of a milestone cancelled after its funding the amount comes back, the fees do not. */
  private static boolean feesAreSunk(
      MilestoneDocument milestone, Collection<ApprovalDocument> approvals) {
    return milestone.state() == MilestoneState.CANCELLED
        && approvals.stream()
            .filter(approval -> approval.status() == ApprovalStatus.CONFIRMED)
            .filter(approval -> milestone.key().equals(approval.milestone()))
            .anyMatch(
                approval ->
                    approval.kind() == ApprovalKind.PROPOSAL_HIRE
                        || approval.kind() == ApprovalKind.MILESTONE_FUND);
  }

  /** What the marketplace is expected to charge for one milestone. */
  static Money fees(HirePlan plan, MilestoneDocument milestone) {
    return milestone.key().equals(plan.first().key())
        ? Fees.ofHire(milestone.amount())
        : Fees.ofFunding(milestone.amount());
  }
}
