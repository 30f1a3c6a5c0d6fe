package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What to do when people changed the terms while confirming. */
public enum EditedTerms {
  /** Go on as long as the whole stays under the budget cap. */
  @JsonProperty("accept_within_budget")
  ACCEPT_WITHIN_BUDGET,
  /** Raise an incident before the next step. */
  @JsonProperty("hold")
  HOLD;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
