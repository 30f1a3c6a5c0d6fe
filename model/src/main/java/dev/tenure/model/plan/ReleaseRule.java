package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** When the release of a funded milestone is asked for. */
public enum ReleaseRule implements WireName {
  /** When the trainer has requested the payout. */
  @JsonProperty("on_delivery")
  ON_DELIVERY,
  /** Only when the release command comes. */
  @JsonProperty("on_request")
  ON_REQUEST
}
