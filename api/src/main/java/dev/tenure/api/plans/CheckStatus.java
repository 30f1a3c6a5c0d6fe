package dev.tenure.api.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a check of a preflight found. */
public enum CheckStatus {
  /** All is well. */
  @JsonProperty("green")
  GREEN,
  /** The hire would stop here. */
  @JsonProperty("red")
  RED,
  /** Nobody could tell. */
  @JsonProperty("unknown")
  UNKNOWN;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
