package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Milestones that may run side by side do, and those that must wait do not. */
class OverlapTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void milestonesAtTheStartAreFundedSideBySide() {
    stage.market.script.otherwise(Decision.confirmAfter(Duration.ofHours(5)));
    stage.run(Plans.overlapping());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    Instant m2 = asked("m2", ApprovalKind.MILESTONE_FUND);
    Instant m3 = asked("m3", ApprovalKind.MILESTONE_FUND);
    assertThat(Duration.between(m2, m3).abs()).isLessThan(Duration.ofHours(1));
    assertThat(stage.market.count("create-milestone")).isEqualTo(2);
    assertThat(stage.market.count("request-")).isEqualTo(7);
  }

  @Test
  void milestonesAfterAnotherWaitForItsPayment() {
    stage.market.script.otherwise(Decision.confirmAfter(Duration.ofHours(5)));
    stage.run(Plans.canonical());

    assertThat(asked("m2", ApprovalKind.MILESTONE_FUND))
        .isAfterOrEqualTo(resolved("m1", ApprovalKind.MILESTONE_APPROVE));
    assertThat(asked("m3", ApprovalKind.MILESTONE_FUND))
        .isAfterOrEqualTo(resolved("m2", ApprovalKind.MILESTONE_APPROVE));
  }

  @Test
  void thereAreNeverTwoOpenApprovalsForOneSubject() {
    stage.market.script.otherwise(Decision.confirmAfter(Duration.ofHours(5)));
    stage.run(Plans.overlapping());

    assertThat(stage.journal.approvals.values())
        .extracting(approval -> approval.kind() + "/" + approval.milestone())
        .doesNotHaveDuplicates();
  }

  private Instant asked(String milestone, ApprovalKind kind) {
    return approval(milestone, kind).createdAt();
  }

  private Instant resolved(String milestone, ApprovalKind kind) {
    Instant at = approval(milestone, kind).resolvedAt();
    assertThat(at).isNotNull();
    return at == null ? Instant.MAX : at;
  }

  private ApprovalDocument approval(String milestone, ApprovalKind kind) {
    return stage.journal.approvals.values().stream()
        .filter(a -> a.kind() == kind && milestone.equals(a.milestone()))
        .findFirst()
        .orElseThrow();
  }
}
