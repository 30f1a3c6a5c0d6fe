package dev.tenure.lifecycle.simulation.marketplace;

/** What a job, and each contract on it, is paid by. */
public enum PaymentType {
  FIXED_PRICE,
  PAY_PER_HOUR,
  PAY_PER_LABEL;

  /** Paid by hours or labels, at the contract's rate. */
  public boolean byVolume() {
    return this != FIXED_PRICE;
  }
}
