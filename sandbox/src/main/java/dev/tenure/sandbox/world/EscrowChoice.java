package dev.tenure.sandbox.world;

/** What becomes of the money in escrow when a contract ends. */
public enum EscrowChoice {
  REFUND,
  RELEASE
}
