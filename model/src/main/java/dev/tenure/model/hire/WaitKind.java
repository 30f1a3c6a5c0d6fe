package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What a hire is waiting for. */
public enum WaitKind implements WireName {
  /** A person's decision, at the approval's link. */
  @JsonProperty("approval")
  APPROVAL,
  /** The trainer's payout request. */
  @JsonProperty("delivery")
  DELIVERY,
  /** A command over HTTP: release, fund or end. */
  @JsonProperty("command")
  COMMAND,
  /** A Worker who accepts, on OpenContract. */
  @JsonProperty("match")
  MATCH,
  /** The votes on a dispute, on OpenContract. */
  @JsonProperty("votes")
  VOTES,
  /** The marketplace's transfers, on OpenContract. */
  @JsonProperty("settlement")
  SETTLEMENT,
  /** An operator's answer to an incident. */
  @JsonProperty("resolution")
  RESOLUTION
}
