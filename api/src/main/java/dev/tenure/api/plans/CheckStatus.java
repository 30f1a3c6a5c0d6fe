package dev.tenure.api.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What a check of a preflight found. */
public enum CheckStatus implements WireName {
  /** All is well. */
  @JsonProperty("green")
  GREEN,
  /** The hire would stop here. */
  @JsonProperty("red")
  RED,
  /** Nobody could tell. */
  @JsonProperty("unknown")
  UNKNOWN
}
