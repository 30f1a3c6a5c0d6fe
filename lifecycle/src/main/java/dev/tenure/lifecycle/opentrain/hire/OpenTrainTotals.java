package dev.tenure.lifecycle.opentrain.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import org.jspecify.annotations.Nullable;

/** The money of a hire, computed from its milestones. */
public final class OpenTrainTotals {
  private final OpenTrainHire hire;

  private OpenTrainTotals(OpenTrainHire hire) {
    this.hire = hire;
  }

  /** What is committed, paid and charged, and what the whole can cost. */
  public static MoneyTotals of(OpenTrainHire hire) {
    OpenTrainTotals totals = new OpenTrainTotals(hire);
    Money committed = totals.zero();
    Money paid = totals.zero();
    Money fees = totals.zero();
    Money worst = totals.zero();
    for (Milestone milestone : hire.milestones()) {
      Money amount = milestone.terms().amount();
      worst = worst.plus(totals.cost(milestone));
      if (milestone.stage().inEscrow() || milestone.stage() == Stage.PAID) {
        committed = committed.plus(amount);
      }
      if (milestone.wasFunded()) {
        fees = fees.plus(fees(hire, milestone));
      }
      if (milestone.stage() == Stage.PAID) {
        paid = paid.plus(amount);
      }
    }
    return new MoneyTotals(hire.plan().cap(), committed, paid, fees, worst);
  }

  /**
   * What the hire has cost, and costs if all that may be confirmed is, and then this milestone and
   * those before it in the plan: what its funding is held against the cap with.
   */
  public static Money upTo(OpenTrainHire hire, Milestone last) {
    OpenTrainTotals totals = new OpenTrainTotals(hire);
    Money sum = totals.zero();
    for (Milestone milestone : hire.milestones()) {
      if (milestone.foreign()
          || milestone.wasFunded()
          || hire.exposed(Step.fund(milestone.key()))
          || milestone.position() <= last.position()) {
        sum = sum.plus(totals.cost(milestone));
      }
    }
    return sum;
  }

  /** What is spent, and what a person may confirm at any moment. */
  public static Money bound(OpenTrainHire hire) {
    OpenTrainTotals totals = new OpenTrainTotals(hire);
    Money sum = totals.zero();
    for (Milestone milestone : hire.milestones()) {
      if (milestone.wasFunded()
          || hire.exposed(Step.fund(milestone.key()))
          || hire.obstruction(Step.fund(milestone.key()).toString()) != null) {
        sum = sum.plus(totals.cost(milestone));
      }
    }
    return sum;
  }

  /** What the marketplace is expected to charge for one milestone. */
  public static Money fees(OpenTrainHire hire, Milestone milestone) {
    return fees(hire, milestone, milestone.terms().amount());
  }

  /** The same for another amount. */
  public static Money fees(OpenTrainHire hire, Milestone milestone, Money amount) {
    return hire.isFirst(milestone) ? Fees.ofHire(amount) : Fees.ofFunding(amount);
  }

  /** The hire with its first milestone in these terms. */
  public static Money ofHire(Money firstMilestone) {
    return firstMilestone.plus(Fees.ofHire(firstMilestone));
  }

  /** Whether an amount is above the cap, where there is one. */
  public static boolean exceeds(Money amount, @Nullable Money cap) {
    return cap != null && amount.compareTo(cap) > 0;
  }

  /** Assumed: of a milestone cancelled after its funding the amount comes back, the fees do not. */
  private Money cost(Milestone milestone) {
    if (milestone.dropped() && !hire.exposed(Step.fund(milestone.key()))) {
      return zero();
    }
    Money fees = fees(hire, milestone);
    if (milestone.stage() == Stage.GONE) {
      return milestone.wasFunded() ? fees : zero();
    }
    return milestone.terms().amount().plus(fees);
  }

  private Money zero() {
    return Money.zero(hire.plan().currency());
  }
}
