package dev.tenure.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What can be commanded of a hire. */
public enum ActionKind {
  /** Ask for the release of a milestone. */
  @JsonProperty("release")
  RELEASE,
  /** Ask for the funding of a milestone. */
  @JsonProperty("fund")
  FUND,
  /** End the contract. */
  @JsonProperty("end")
  END,
  /** Stop the hire before a contract exists. */
  @JsonProperty("cancel")
  CANCEL,
  /** Answer an incident. */
  @JsonProperty("resolve")
  RESOLVE;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
