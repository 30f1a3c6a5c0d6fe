package dev.tenure.sandbox.opentrain.model.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Funded against consumed. Volumes count hours or labels and stay zero on fixed price, where the
 * state is always OK.
 */
public record Budget(
    BigDecimal fundedVolume,
    long fundedCents,
    BigDecimal consumedVolume,
    BigDecimal remainingVolume,
    BigDecimal consumedFraction,
    State state) {
  private static final BigDecimal LOW_FROM = new BigDecimal("0.8");

  /** How near the end of the money is. */
  public enum State {
    OK,
    LOW,
    DEPLETED
  }

  public static Budget of(Contract contract) {
    BigDecimal funded = BigDecimal.ZERO;
    long cents = 0;
    for (Milestone milestone : contract.milestones()) {
      if (milestone.status().counted()) {
        cents += milestone.terms().amountCents();
        BigDecimal volume = milestone.volume();
        funded = volume == null ? funded : funded.add(volume);
      }
    }
    BigDecimal consumed = consumed(contract);
    BigDecimal fraction =
        funded.signum() == 0 ? BigDecimal.ZERO : consumed.divide(funded, 4, RoundingMode.HALF_UP);
    return new Budget(
        funded,
        cents,
        consumed,
        funded.subtract(consumed).max(BigDecimal.ZERO),
        fraction,
        state(fraction));
  }

  private static BigDecimal consumed(Contract contract) {
    Usage usage = contract.usage();
    return switch (contract.paymentType()) {
      case FIXED_PRICE -> BigDecimal.ZERO;
      case PAY_PER_HOUR ->
          BigDecimal.valueOf(usage.seconds())
              .divide(BigDecimal.valueOf(3_600), 4, RoundingMode.HALF_UP);
      case PAY_PER_LABEL -> BigDecimal.valueOf(usage.labels());
    };
  }

  private static State state(BigDecimal fraction) {
    if (fraction.compareTo(BigDecimal.ONE) >= 0) {
      return State.DEPLETED;
    }
    return fraction.compareTo(LOW_FROM) >= 0 ? State.LOW : State.OK;
  }
}
