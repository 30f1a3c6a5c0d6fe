package dev.tenure.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmEffectTest {

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "PROPOSAL_HIRE,     AWAITING_APPROVAL, CARRIED_OUT",
    "PROPOSAL_HIRE,     CANCELLING,        CHARGED_THEN_ENDED",
    "MILESTONE_FUND,    ACTIVE,            CARRIED_OUT",
    "MILESTONE_FUND,    CANCELLING,        CHARGED_WHILE_ENDING",
    "MILESTONE_FUND,    ENDING,            CHARGED_WHILE_ENDING",
    "MILESTONE_APPROVE, ENDING,            CARRIED_OUT",
    "CONTRACT_END,      ENDING,            CARRIED_OUT"
  })
  void whatAYesCausesFollowsFromTheStepAndTheHire(
      ApprovalKind kind, HireStatus hire, ConfirmEffect effect) {
    ApprovalView view = DeclineEffectTest.view(kind, hire);
    assertThat(ConfirmEffect.of(view)).isEqualTo(effect);
  }
}
