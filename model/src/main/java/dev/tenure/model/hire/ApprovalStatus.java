package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** Where an approval stands. Only the first is open. */
public enum ApprovalStatus implements WireName {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("confirmed")
  CONFIRMED,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("expired")
  EXPIRED,
  /** Overtaken: replaced by other terms, or pointless since the hire closed. */
  @JsonProperty("superseded")
  SUPERSEDED,
  /** No longer visible to our token; what became of it is read from contract and milestone. */
  @JsonProperty("lost_sight")
  LOST_SIGHT
}
