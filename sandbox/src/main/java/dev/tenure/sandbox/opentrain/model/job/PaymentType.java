package dev.tenure.sandbox.opentrain.model.job;

import java.math.BigDecimal;

/** How a job pays; the unit is what a proposal's bid is per. */
public enum PaymentType {
  FIXED_PRICE("FIXED", "500"),
  PAY_PER_HOUR("PER_HOUR", "25"),
  PAY_PER_LABEL("PER_LABEL", "0.06");

  private final String unit;
  private final BigDecimal usualRate;

  PaymentType(String unit, String usualRate) {
    this.unit = unit;
    this.usualRate = new BigDecimal(usualRate);
  }

  /** What a trainer asks for here unless something else is said. */
  public BigDecimal usualRate() {
    return usualRate;
  }

  public String unit() {
    return unit;
  }

  /** Volume, an hour or a label, counts only where the pay depends on it. */
  public boolean byVolume() {
    return this != FIXED_PRICE;
  }
}
