package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** Where a milestone stands, from plan to payment. */
public enum MilestoneState implements WireName {
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
  /** Its delivery is disputed: Backup Agents vote, on OpenContract. */
  @JsonProperty("disputed")
  DISPUTED,
  /** Judged; the marketplace moves the money, on OpenContract. */
  @JsonProperty("settling")
  SETTLING,
  /** Settled in part: some of its criteria were met, on OpenContract. */
  @JsonProperty("partly_paid")
  PARTLY_PAID,
  /** Settled with nothing met, and refunded, on OpenContract. */
  @JsonProperty("refunded")
  REFUNDED,
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
      case PAID, PARTLY_PAID, REFUNDED, CANCELLED, DROPPED -> true;
      case PLANNED,
          CREATED,
          AWAITING_FUNDING,
          FUNDED,
          DELIVERED,
          AWAITING_RELEASE,
          DISPUTED,
          SETTLING ->
          false;
    };
  }

  /** Whether its money lies in escrow. */
  public boolean inEscrow() {
    return switch (this) {
      case FUNDED, DELIVERED, AWAITING_RELEASE, DISPUTED, SETTLING -> true;
      case PLANNED, CREATED, AWAITING_FUNDING, PAID, PARTLY_PAID, REFUNDED, CANCELLED, DROPPED ->
          false;
    };
  }
}
