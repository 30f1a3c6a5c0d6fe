package dev.tenure.model.money;

import java.util.List;

/**
 * What the marketplace is expected to charge beside the amounts themselves. Always an estimate:
 * what was really booked is read from the marketplace's ledger.
 *
 * <p>OpenTrain documents 10 % of the milestone and $9.95 for the start of a contract at the hire.
 * For later milestones and for rounding nothing is documented; 10 %, half up, is assumed here.
 */
public final class Fees {

  private static final int MARKETPLACE_PERCENT = 10;
  private static final Money CONTRACT_INITIATION = Money.usd("9.95");

  private Fees() {}

  /** Fees of the hire, which funds the first milestone. */
  public static Money ofHire(Money firstMilestone) {
    return ofFunding(firstMilestone).plus(CONTRACT_INITIATION);
  }

  /** Fees of funding a later milestone. */
  public static Money ofFunding(Money milestone) {
    return milestone.percent(MARKETPLACE_PERCENT);
  }

  /** The part of the hire's fees that is charged once, for the start of the contract. */
  public static Money ofContractStart() {
    return CONTRACT_INITIATION;
  }

  /** The whole of a plan with every fee. */
  public static Money worstCase(List<Money> milestones) {
    Money first = milestones.getFirst();
    Money total = first.plus(ofHire(first));
    for (Money later : milestones.subList(1, milestones.size())) {
      total = total.plus(later).plus(ofFunding(later));
    }
    return total;
  }
}
