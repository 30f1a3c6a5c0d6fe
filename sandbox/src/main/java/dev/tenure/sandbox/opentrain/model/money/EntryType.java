package dev.tenure.sandbox.opentrain.model.money;

/** What a ledger entry of the credits account says. */
public enum EntryType {
  TOP_UP,
  HOLD,
  HOLD_RELEASE,
  CAPTURE,
  REFUND,
  ADJUSTMENT
}
