package dev.tenure.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclineEffectTest {

  @ParameterizedTest(name = "{0}, {1}, declined {2} of {3}, {4}: {5}")
  @CsvSource({
    "PROPOSAL_HIRE,     AWAITING_APPROVAL, 0, 0, HOLD,  HIRE_WAITS",
    "PROPOSAL_HIRE,     AWAITING_APPROVAL, 0, 1, HOLD,  ASKED_AGAIN",
    "PROPOSAL_HIRE,     AWAITING_APPROVAL, 1, 1, HOLD,  HIRE_WAITS",
    "PROPOSAL_HIRE,     AWAITING_APPROVAL, 1, 1, CLOSE, HIRE_CLOSES",
    "PROPOSAL_HIRE,     CANCELLING,        0, 3, HOLD,  HIRE_CLOSES",
    "MILESTONE_FUND,    ACTIVE,            0, 0, CLOSE, CONTRACT_ENDS",
    "MILESTONE_APPROVE, ACTIVE,            0, 0, HOLD,  HIRE_WAITS",
    "MILESTONE_FUND,    ENDING,            0, 3, HOLD,  CONTRACT_ENDS",
    "CONTRACT_END,      ENDING,            0, 1, CLOSE, ASKED_AGAIN",
    "CONTRACT_END,      ENDING,            1, 1, CLOSE, HIRE_CLOSES",
    "CONTRACT_END,      ENDING,            1, 1, HOLD,  HIRE_WAITS"
  })
  void whatADeclineLeadsToFollowsFromTheStepThePolicyAndTheHire(
      ApprovalKind kind,
      HireStatus hire,
      long declined,
      int reRequest,
      Then then,
      DeclineEffect effect) {
    var view =
        new ApprovalView(
            "hir_1",
            "default",
            "prp_1",
            null,
            hire,
            new RefusalPolicy(reRequest, then),
            declined,
            approval(kind));
    assertThat(DeclineEffect.of(view)).isEqualTo(effect);
  }

  static ApprovalView view(ApprovalKind kind, HireStatus hire) {
    return new ApprovalView(
        "hir_1",
        "default",
        "prp_1",
        null,
        hire,
        new RefusalPolicy(0, Then.HOLD),
        0,
        approval(kind));
  }

  private static ApprovalDocument approval(ApprovalKind kind) {
    Instant asked = Instant.parse("2027-01-01T00:00:00Z");
    return new ApprovalDocument(
        "apr_1",
        kind,
        ApprovalStatus.PENDING,
        null,
        null,
        null,
        "https://market.example/apr_1",
        1,
        asked,
        asked.plusSeconds(3600),
        null,
        Map.of(),
        1);
  }
}
