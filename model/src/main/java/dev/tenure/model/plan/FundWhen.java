package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** When the funding of a milestone is asked for. */
public enum FundWhen implements WireName {
  /** As soon as the contract stands. */
  @JsonProperty("at_start")
  AT_START,
  /** Once another milestone is paid. */
  @JsonProperty("after_paid")
  AFTER_PAID,
  /** When the fund command comes. */
  @JsonProperty("on_request")
  ON_REQUEST
}
