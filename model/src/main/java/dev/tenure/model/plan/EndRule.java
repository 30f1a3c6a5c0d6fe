package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** When the contract's end is asked for. */
public enum EndRule implements WireName {
  /** When every milestone is paid or gone. */
  @JsonProperty("when_all_paid")
  WHEN_ALL_PAID,
  /** Only when the end command comes. */
  @JsonProperty("on_request")
  ON_REQUEST
}
