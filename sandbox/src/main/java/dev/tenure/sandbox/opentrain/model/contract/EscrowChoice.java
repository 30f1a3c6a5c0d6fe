package dev.tenure.sandbox.opentrain.model.contract;

import dev.tenure.sandbox.http.EnumWord;

/** What becomes of the money in escrow when a contract ends. */
public enum EscrowChoice implements EnumWord {
  REFUND,
  RELEASE
}
