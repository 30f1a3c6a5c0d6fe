package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What can be commanded of a hire. */
public enum ActionKind implements WireName {
  /** Ask for the release of a milestone. */
  @JsonProperty("release")
  RELEASE,
  /** Ask for the funding of a milestone. */
  @JsonProperty("fund")
  FUND,
  /** Add a milestone. */
  @JsonProperty("add_milestone")
  ADD_MILESTONE,
  /** Give a milestone up whose funding was not asked for yet. */
  @JsonProperty("drop")
  DROP,
  /** Ask nothing new of people for now. */
  @JsonProperty("pause")
  PAUSE,
  /** Go on after a pause. */
  @JsonProperty("resume")
  RESUME,
  /** Change budget, policies, labels, reference, or the first milestone before it is hired. */
  @JsonProperty("change")
  CHANGE,
  /** End the contract. */
  @JsonProperty("end")
  END,
  /** Stop the hire before a contract exists. */
  @JsonProperty("cancel")
  CANCEL,
  /** Ask for a dispute of a delivery, on OpenContract. */
  @JsonProperty("dispute")
  DISPUTE,
  /** Answer an incident. */
  @JsonProperty("resolve")
  RESOLVE
}
