package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** What to do when people changed the terms while confirming. */
public enum EditedTerms implements WireName {
  /** Go on as long as the whole stays under the budget cap. */
  @JsonProperty("accept_within_budget")
  ACCEPT_WITHIN_BUDGET,
  /** Raise an incident before the next step. */
  @JsonProperty("hold")
  HOLD
}
