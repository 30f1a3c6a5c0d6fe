package dev.tenure.journal.ledger;

import java.util.Locale;

/** A way in which money of a hire moves. */
public enum Movement {
  /** Into escrow, with the fees. */
  FUNDING,
  /** From escrow to the trainer. */
  PAYOUT,
  /** From escrow back to the employer. */
  RETURN,
  /** Anything else that the marketplace booked. */
  OTHER;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
