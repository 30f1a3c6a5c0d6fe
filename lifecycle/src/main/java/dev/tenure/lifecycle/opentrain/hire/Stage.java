package dev.tenure.lifecycle.opentrain.hire;

/** How far a milestone has come on the marketplace, as it was shown last. */
public enum Stage {
  /** Not seen on the marketplace. */
  NONE,
  /** There, without money. */
  UNFUNDED,
  /** In escrow; the work may go on. */
  FUNDED,
  /** In escrow; the trainer requested the payout. */
  DELIVERED,
  /** Released to the trainer. */
  PAID,
  /** Cancelled or refunded: it was listed and is not any more. */
  GONE;

  /** Whether its money lies in escrow. */
  public boolean inEscrow() {
    return this == FUNDED || this == DELIVERED;
  }

  /** Whether its money has been moved, or never will be. */
  public boolean over() {
    return this == PAID || this == GONE;
  }
}
