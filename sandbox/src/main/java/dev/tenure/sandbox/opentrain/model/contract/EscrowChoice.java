package dev.tenure.sandbox.opentrain.model.contract;

/** What becomes of the money in escrow when a contract ends. */
public enum EscrowChoice {
  REFUND,
  RELEASE
}
