package dev.tenure.sandbox.world;

/** How a job pays; the unit is what a proposal's bid is per. */
public enum PaymentType {
  FIXED_PRICE("FIXED"),
  PAY_PER_HOUR("PER_HOUR"),
  PAY_PER_LABEL("PER_LABEL");

  private final String unit;

  PaymentType(String unit) {
    this.unit = unit;
  }

  public String unit() {
    return unit;
  }

  /** Volume, an hour or a label, counts only where the pay depends on it. */
  public boolean byVolume() {
    return this != FIXED_PRICE;
  }
}
