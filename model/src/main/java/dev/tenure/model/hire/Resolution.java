package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an operator answers an incident. */
public enum Resolution {
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
  ABORT;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
