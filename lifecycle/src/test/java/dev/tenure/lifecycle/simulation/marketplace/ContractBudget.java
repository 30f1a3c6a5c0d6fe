package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Funded against consumed work on a contract that is paid by hours or labels. */
final class ContractBudget {
  static final String OK = "OK";

  private static final BigDecimal LOW_FROM = new BigDecimal("0.8");

  private ContractBudget() {}

  static BudgetSnapshot of(List<SimulatedMilestone> milestones, BigDecimal consumed) {
    BigDecimal funded = BigDecimal.ZERO;
    for (SimulatedMilestone milestone : milestones) {
      MilestoneStatus status = milestone.status();
      BigDecimal volume = milestone.volume();
      if (volume != null && (status.holds() || status == MilestoneStatus.PAID)) {
        funded = funded.add(volume);
      }
    }
    return new BudgetSnapshot(
        state(funded, consumed),
        plain(funded),
        plain(consumed),
        plain(funded.subtract(consumed).max(BigDecimal.ZERO)));
  }

  private static String state(BigDecimal funded, BigDecimal consumed) {
    if (funded.signum() == 0) {
      return OK;
    }
    BigDecimal fraction = consumed.divide(funded, 4, RoundingMode.HALF_UP);
    if (fraction.compareTo(BigDecimal.ONE) >= 0) {
      return "DEPLETED";
    }
    return fraction.compareTo(LOW_FROM) >= 0 ? "LOW" : OK;
  }

  /** Without trailing zeros and without an exponent, as the marketplace prints numbers. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
