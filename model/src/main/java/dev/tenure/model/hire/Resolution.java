package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** How an operator answers an incident. */
public enum Resolution implements WireName {
  /** Try the same step again now. */
  @JsonProperty("retry")
  RETRY,
  /** Take what stands on the marketplace, named by its id, as ours. */
  @JsonProperty("adopt")
  ADOPT,
  /** Go on without the step or the milestone concerned. */
  @JsonProperty("skip")
  SKIP,
  /** Give the hire up: close it, or end its contract where one exists. */
  @JsonProperty("abort")
  ABORT
}
