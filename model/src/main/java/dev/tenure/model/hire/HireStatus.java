package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** Where a hire stands. */
public enum HireStatus implements WireName {
  /** Accepted; the marketplace has not been asked yet. */
  @JsonProperty("requested")
  REQUESTED,
  /** The approval of the hire itself was asked for; there is no contract yet. */
  @JsonProperty("awaiting_approval")
  AWAITING_APPROVAL,
  /** A contract exists and its milestones run. */
  @JsonProperty("active")
  ACTIVE,
  /** The end of the contract is under way. */
  @JsonProperty("ending")
  ENDING,
  /** The contract has ended. */
  @JsonProperty("ended")
  ENDED,
  /** Closed: a person said no to the hire. */
  @JsonProperty("declined")
  DECLINED,
  /** Closed: nobody decided in time. */
  @JsonProperty("expired")
  EXPIRED,
  /** Cancelled while an approval is pending that cannot be recalled. */
  @JsonProperty("cancelling")
  CANCELLING,
  /** Closed by command or by an operator's abort. */
  @JsonProperty("cancelled")
  CANCELLED;

  /** Whether nothing will ever happen to the hire again. */
  public boolean closed() {
    return switch (this) {
      case ENDED, DECLINED, EXPIRED, CANCELLED -> true;
      case REQUESTED, AWAITING_APPROVAL, ACTIVE, ENDING, CANCELLING -> false;
    };
  }
}
