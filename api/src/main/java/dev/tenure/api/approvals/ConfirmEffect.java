package dev.tenure.api.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.wire.WireName;

/** What follows when a person confirms an approval. */
public enum ConfirmEffect implements WireName {
  /** What it is asked for. */
  @JsonProperty("carried_out")
  CARRIED_OUT,
  /** The hire is being cancelled: its contract is signed and charged, and then ended again. */
  @JsonProperty("charged_then_ended")
  CHARGED_THEN_ENDED,
  /** The hire is being cancelled, or its contract ended: the milestone is charged all the same. */
  @JsonProperty("charged_while_ending")
  CHARGED_WHILE_ENDING;

  /** What follows as the hire stands now. */
  public static ConfirmEffect of(ApprovalView view) {
    boolean cancelling = view.hireStatus() == HireStatus.CANCELLING;
    return switch (view.approval().kind()) {
      case PROPOSAL_HIRE -> cancelling ? CHARGED_THEN_ENDED : CARRIED_OUT;
      case MILESTONE_FUND ->
          cancelling || view.hireStatus() == HireStatus.ENDING ? CHARGED_WHILE_ENDING : CARRIED_OUT;
      case MILESTONE_APPROVE, MILESTONE_DISPUTE, CONTRACT_END -> CARRIED_OUT;
    };
  }
}
