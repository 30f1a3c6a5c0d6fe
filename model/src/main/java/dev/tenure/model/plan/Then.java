package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What follows when an approval was refused for the last time. */
public enum Then implements WireName {
  /** Raise an incident and wait for a person. */
  @JsonProperty("hold")
  HOLD,
  /** Stop the hire: close it, or end its contract where one exists. */
  @JsonProperty("close")
  CLOSE
}
