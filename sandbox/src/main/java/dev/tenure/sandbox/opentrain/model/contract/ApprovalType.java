package dev.tenure.sandbox.opentrain.model.contract;

import java.util.Locale;

/** What a person is asked to approve. */
public enum ApprovalType {
  PROPOSAL_HIRE,
  MILESTONE_FUND,
  MILESTONE_APPROVE,
  CONTRACT_END;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
