package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** When the contract's end is asked for. */
public enum EndRule {
  /** When every milestone is paid or gone. */
  @JsonProperty("when_all_paid")
  WHEN_ALL_PAID,
  /** Only when the end command comes. */
  @JsonProperty("on_request")
  ON_REQUEST;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
