package dev.tenure.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a milestone stands, from plan to payment. */
public enum MilestoneState {
  /** Ours alone: not on the marketplace yet. */
  @JsonProperty("planned")
  PLANNED,
  /** On the marketplace, not funded. */
  @JsonProperty("created")
  CREATED,
  /** Its funding waits for an approval. */
  @JsonProperty("awaiting_funding")
  AWAITING_FUNDING,
  /** In escrow; the work may go on. */
  @JsonProperty("funded")
  FUNDED,
  /** In escrow; the trainer requested the payout. */
  @JsonProperty("delivered")
  DELIVERED,
  /** Its release waits for an approval. */
  @JsonProperty("awaiting_release")
  AWAITING_RELEASE,
  /** Released to the trainer. */
  @JsonProperty("paid")
  PAID,
  /** Gone from the contract: cancelled or refunded. */
  @JsonProperty("cancelled")
  CANCELLED,
  /** Given up by us before it was funded. */
  @JsonProperty("dropped")
  DROPPED;

  /** Whether nothing more is to be done for the milestone. */
  public boolean settled() {
    return switch (this) {
      case PAID, CANCELLED, DROPPED -> true;
      case PLANNED, CREATED, AWAITING_FUNDING, FUNDED, DELIVERED, AWAITING_RELEASE -> false;
    };
  }

  /** Whether its money lies in escrow. */
  public boolean inEscrow() {
    return this == FUNDED || this == DELIVERED || this == AWAITING_RELEASE;
  }

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
