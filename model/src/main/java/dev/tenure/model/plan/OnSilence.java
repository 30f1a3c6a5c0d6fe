package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/**
 * What becomes of a delivery that nobody judged in time, where the marketplace takes silence as a
 * yes.
 */
public enum OnSilence implements WireName {
  /** It is paid at the review deadline. */
  @JsonProperty("let_pay")
  LET_PAY,
  /** A dispute is asked for in time; it takes an approval of its own, since a bond is at risk. */
  @JsonProperty("dispute")
  DISPUTE
}
