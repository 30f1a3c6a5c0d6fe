package dev.tenure.sandbox.opentrain.model.contract;

/** The first two names are documented; the others are assumed. */
public enum MilestoneStatus {
  NOT_FUNDED,
  ACTIVE_FUNDED,
  PAID,
  CANCELLED,
  REFUNDED,
  DISPUTED;

  /** Cancelled and refunded milestones are left out of every contract read. */
  public boolean shown() {
    return this != CANCELLED && this != REFUNDED;
  }

  /** Money stands behind it. */
  public boolean holds() {
    return this == ACTIVE_FUNDED || this == DISPUTED;
  }

  /** Money stands, or stood, behind it. */
  public boolean counted() {
    return holds() || this == PAID;
  }
}
