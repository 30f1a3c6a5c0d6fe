package dev.tenure.model.hire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The things that a person must approve; a dispute on OpenContract only. */
public enum ApprovalKind {
  @JsonProperty("proposal_hire")
  PROPOSAL_HIRE,
  @JsonProperty("milestone_fund")
  MILESTONE_FUND,
  @JsonProperty("milestone_approve")
  MILESTONE_APPROVE,
  @JsonProperty("contract_end")
  CONTRACT_END,
  @JsonProperty("milestone_dispute")
  MILESTONE_DISPUTE;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
