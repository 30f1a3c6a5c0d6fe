package dev.tenure.api.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.plan.Then;
import dev.tenure.model.wire.WireName;

/** What follows when a person declines an approval. */
public enum DeclineEffect implements WireName {
  /** The same is asked again by itself: the policy {@code onDeclined} has tries left. */
  @JsonProperty("asked_again")
  ASKED_AGAIN,
  /** The hire waits, with the incident {@code approval_declined}, for an answer. */
  @JsonProperty("hire_waits")
  HIRE_WAITS,
  /** The contract is ended, which a person is asked to confirm. */
  @JsonProperty("contract_ends")
  CONTRACT_ENDS,
  /** The hire closes; a contract that there is stays active. */
  @JsonProperty("hire_closes")
  HIRE_CLOSES,
  /** A dispute is asked for, by an approval of its own; without one silence still pays. */
  @JsonProperty("dispute_asked")
  DISPUTE_ASKED,
  /** The delivery is paid at its review deadline. */
  @JsonProperty("paid_by_silence")
  PAID_BY_SILENCE;

  /** What follows as the hire and its policies stand now. */
  public static DeclineEffect of(ApprovalView view) {
    if (view.approval().termsDigest() != null) {
      return decidedHere(view);
    }
    boolean hiring = view.approval().kind() == ApprovalKind.PROPOSAL_HIRE;
    boolean ending = view.approval().kind() == ApprovalKind.CONTRACT_END;
    if (hiring && view.hireStatus() == HireStatus.CANCELLING) {
      return HIRE_CLOSES;
    }
    if (!hiring && !ending && view.hireStatus() == HireStatus.ENDING) {
      return CONTRACT_ENDS;
    }
    if (view.declined() < view.onDeclined().reRequest()) {
      return ASKED_AGAIN;
    }
    if (view.onDeclined().then() == Then.HOLD) {
      return HIRE_WAITS;
    }
    return hiring || ending ? HIRE_CLOSES : CONTRACT_ENDS;
  }

  private static DeclineEffect decidedHere(ApprovalView view) {
    return switch (view.approval().kind()) {
      case MILESTONE_APPROVE -> DISPUTE_ASKED;
      case MILESTONE_DISPUTE -> PAID_BY_SILENCE;
      case MILESTONE_FUND, PROPOSAL_HIRE, CONTRACT_END -> {
        if (view.declined() < view.onDeclined().reRequest()) {
          yield ASKED_AGAIN;
        }
        yield view.onDeclined().then() == Then.HOLD ? HIRE_WAITS : HIRE_CLOSES;
      }
    };
  }
}
