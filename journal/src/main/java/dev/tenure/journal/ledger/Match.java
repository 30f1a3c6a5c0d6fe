package dev.tenure.journal.ledger;

import dev.tenure.model.wire.WireName;

/** How what was expected and what was booked go together. */
public enum Match implements WireName {
  MATCHED,
  /** Expected, and not booked though it should be by now. */
  MISSING,
  /** Booked, and not expected. */
  UNEXPECTED,
  /** Expected and booked, with another amount. */
  DIFFERENT,
  /** Expected, and the marketplace shows no booking of such a payment, as of one by card. */
  NOT_VISIBLE,
  /** Expected, and the ledger was not read since. */
  NOT_READ;

  /** Whether somebody should look into it. */
  public boolean differs() {
    return this == MISSING || this == UNEXPECTED || this == DIFFERENT;
  }
}
