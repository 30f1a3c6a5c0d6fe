package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** The things that a person must approve; a dispute on OpenContract only. */
public enum ApprovalKind implements WireName {
  @JsonProperty("proposal_hire")
  PROPOSAL_HIRE,
  @JsonProperty("milestone_fund")
  MILESTONE_FUND,
  @JsonProperty("milestone_approve")
  MILESTONE_APPROVE,
  @JsonProperty("contract_end")
  CONTRACT_END,
  @JsonProperty("milestone_dispute")
  MILESTONE_DISPUTE
}
