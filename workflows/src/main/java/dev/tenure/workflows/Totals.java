package dev.tenure.workflows;

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

  static MoneyTotals of(HirePlan plan, Collection<MilestoneDocument> milestones) {
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
      }
      if (milestone.state() == MilestoneState.PAID) {
        paid = paid.plus(milestone.amount());
      }
    }
    return new MoneyTotals(plan.cap(), committed, paid, fees, worst);
  }

  /** What the marketplace is expected to charge for one milestone. */
  static Money fees(HirePlan plan, MilestoneDocument milestone) {
    return milestone.key().equals(plan.first().key())
        ? Fees.ofHire(milestone.amount())
        : Fees.ofFunding(milestone.amount());
  }
}
