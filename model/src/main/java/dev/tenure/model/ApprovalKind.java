package dev.tenure.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The four things that a person must approve. */
public enum ApprovalKind {
  @JsonProperty("proposal_hire")
  PROPOSAL_HIRE,
  @JsonProperty("milestone_fund")
  MILESTONE_FUND,
  @JsonProperty("milestone_approve")
  MILESTONE_APPROVE,
  @JsonProperty("contract_end")
  CONTRACT_END;

  /** The name on the wire, e.g. in JSON and in search attributes. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
