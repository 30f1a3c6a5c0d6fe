package dev.tenure.journal.ledger;

import dev.tenure.model.wire.WireName;

/** A way in which money of a hire moves. */
public enum Movement implements WireName {
  /** Into escrow, with the fees. */
  FUNDING,
  /** The bond of a dispute, at risk until it is decided. */
  BOND,
  /** From escrow to the trainer or Worker. */
  PAYOUT,
  /** Back to the employer: from escrow, of a bond, or out of a Worker's stake. */
  RETURN,
  /** Anything else that the marketplace booked. */
  OTHER
}
