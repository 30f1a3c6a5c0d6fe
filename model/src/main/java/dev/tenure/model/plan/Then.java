package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What follows when an approval was refused for the last time. */
public enum Then {
  /** Raise an incident and wait for a person. */
  @JsonProperty("hold")
  HOLD,
  /** Stop the hire: close it, or end its contract where one exists. */
  @JsonProperty("close")
  CLOSE;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
