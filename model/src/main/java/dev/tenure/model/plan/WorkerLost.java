package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What becomes of a milestone whose Working Contract ended and left the work undone. */
public enum WorkerLost implements WireName {
  /** Raise an incident and wait for a person. */
  @JsonProperty("hold")
  HOLD,
  /** Award it to the next Worker named, or tender it once more; hold when none is left. */
  @JsonProperty("next_worker")
  NEXT_WORKER,
  /** End the hire. */
  @JsonProperty("close")
  CLOSE
}
