package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** When the release of a funded milestone is asked for. */
public enum ReleaseRule {
  /** When the trainer has requested the payout. */
  @JsonProperty("on_delivery")
  ON_DELIVERY,
  /** Only when the release command comes. */
  @JsonProperty("on_request")
  ON_REQUEST;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
