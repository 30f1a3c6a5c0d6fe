package dev.tenure.workflows.marketplace;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often a call is tried. */
public enum Pace {
  /** Some times within about two minutes, before anybody is told. */
  @JsonProperty("fast")
  FAST,

  /**
   * Every half minute at first, then more and more rarely, while an incident holds the hire. Of the
   * slow calls that the same obstacle holds, only one at a time need reach the marketplace.
   */
  @JsonProperty("slow")
  SLOW
}
