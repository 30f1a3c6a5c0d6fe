package dev.tenure.lifecycle.opencontract.hire;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The money of a hire on OpenContract, computed from its contracts. */
public final class OpenContractTotals {
  private final OpenContractHire hire;
  private final @Nullable ProtocolParameters protocol;

  private OpenContractTotals(OpenContractHire hire) {
    this.hire = hire;
    this.protocol =
        hire.contracts()
            .map(WorkingContract::protocol)
            .filter(Objects::nonNull)
            .reduce((older, newer) -> newer)
            .orElse(null);
  }

  /** What is locked or spent, paid and charged, and what the whole can cost. */
  public static MoneyTotals of(OpenContractHire hire) {
    OpenContractTotals totals = new OpenContractTotals(hire);
    Money committed = totals.zero();
    Money paid = totals.zero();
    Money fees = totals.zero();
    for (WorkingContract contract : hire.contracts().toList()) {
      committed = committed.plus(cost(contract));
      Optional<Settlement> settlement = Settlement.of(contract);
      if (settlement.isPresent()) {
        paid = paid.plus(settlement.get().gross());
        fees = fees.plus(settlement.get().fee());
      }
    }
    return new MoneyTotals(hire.plan().cap(), committed, paid, fees, totals.worstCase());
  }

  /** What the hire costs if a further contract of that price is created now. */
  public static Money with(OpenContractHire hire, PlannedMilestone milestone) {
    return bound(hire, milestone).plus(milestone.terms().amount());
  }

  /** What is locked or spent, and what people may still confirm at any moment. */
  public static Money bound(OpenContractHire hire, @Nullable PlannedMilestone except) {
    Money sum = new OpenContractTotals(hire).zero();
    for (PlannedMilestone milestone : hire.milestones()) {
      for (WorkingContract contract : milestone.contracts()) {
        sum = sum.plus(cost(contract)).plus(bondUnderWay(contract));
      }
      if (milestone != except && mayBeCreated(hire, milestone)) {
        sum = sum.plus(price(milestone));
      }
    }
    return sum;
  }

  /** A bond that is, or may be, paid, and is not shown yet. */
  private static Money bondUnderWay(WorkingContract contract) {
    ProtocolParameters protocol = contract.protocol();
    return contract.disputeBegunAt() != null && contract.shown().bond() == null && protocol != null
        ? Settlement.bond(contract.price(), protocol)
        : Money.zero(contract.price().currency());
  }

  /** Of its next contract; the dearer one while a creation is replaced by another. */
  private static Money price(PlannedMilestone milestone) {
    Creation creation = milestone.creation();
    Money planned = milestone.terms().amount();
    return creation != null && creation.contract().price().compareTo(planned) > 0
        ? creation.contract().price()
        : planned;
  }

  private static boolean mayBeCreated(OpenContractHire hire, PlannedMilestone milestone) {
    Approval last = hire.lastApproval(Step.fund(milestone.key()), milestone.nextOrdinal());
    return milestone.creation() != null
        || (last != null
            && (last.pending() || last.confirmed())
            && !milestone.dropped()
            && !milestone.skipped());
  }

  /** What one contract has locked or cost: less what came back, which may be more than that. */
  static Money cost(WorkingContract contract) {
    Money zero = Money.zero(contract.price().currency());
    Money bond = contract.shown().bond();
    Money in = contract.escrowed().plus(bond == null ? zero : bond);
    return Settlement.of(contract)
        .map(settlement -> in.minus(settlement.refund()).minus(settlement.bondBack()))
        .orElse(in);
  }

  /** Every contract created, disputed and lost, and what is left of the plan as well. */
  private Money worstCase() {
    Money sum = zero();
    for (PlannedMilestone milestone : hire.milestones()) {
      WorkingContract last = milestone.contract();
      for (WorkingContract contract : milestone.contracts()) {
        sum = sum.plus(cost(contract));
      }
      if (last != null && !last.terminal() && last.shown().bond() == null) {
        sum = sum.plus(bond(last.price()));
      }
      boolean another = last == null || (hire.lost(milestone) && !milestone.skipped());
      if (another && !milestone.dropped() && !(hire.ending() && milestone.creation() == null)) {
        sum = sum.plus(price(milestone)).plus(bond(price(milestone)));
      }
    }
    return sum;
  }

  private Money bond(Money price) {
    return protocol == null ? zero() : Settlement.bond(price, protocol);
  }

  private Money zero() {
    return Money.zero(hire.plan().currency());
  }
}
