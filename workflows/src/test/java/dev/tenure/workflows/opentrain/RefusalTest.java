package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A no stays a no until policy or a person says otherwise. */
class RefusalTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aDeclinedHireHoldsAndIsNotAskedAgain() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());

    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.pass(Duration.ofDays(10));

    assertThat(incident.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.DECLINED);
    assertThat(stage.journal.eventTypes())
        .containsExactly(
            "hire.requested", "approval.requested", "approval.declined", "incident.opened");
  }

  @Test
  void retryAsksForTheDeclinedHireOnceMore() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.RETRY);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
    assertThat(stage.journal.approval("apr_2").attempt()).isEqualTo(2);
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @Test
  void abortClosesTheDeclinedHireAsCancelled() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void thenCloseEndsTheDeclinedHireWithoutAnybody() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.run(Plans.with(Plans.onDeclined(new RefusalPolicy(0, Then.CLOSE))));

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.DECLINED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void aDeclinedHireIsAskedAgainAsOftenAsThePolicySays() {
    stage.market.script.otherwise(Decision.decline());
    stage.run(Plans.with(Plans.onDeclined(new RefusalPolicy(2, Then.CLOSE))));

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.DECLINED);
    assertThat(stage.market.count("request-hire")).isEqualTo(3);
  }

  @Test
  void aDeclinedFundingHoldsThatMilestoneAlone() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.canonical());

    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.pass(Duration.ofDays(5));
    assertThat(incident.milestone()).isEqualTo("m2");
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ACTIVE);

    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-funding")).isEqualTo(3);
  }

  @Test
  void abortOfADeclinedFundingEndsTheContract() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.canonical());

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void aDeclinedReleaseWithThenCloseAsksForTheEnd() {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.decline());
    stage.run(Plans.with(Plans.onDeclined(new RefusalPolicy(0, Then.CLOSE))));

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isEqualTo(1);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void expiryIsFoundByItsOwnTimerAskedAgainTwiceAndThenHeld() {
    stage.market.script.otherwise(Decision.ignore());
    stage.start(Plans.single());

    stage.awaitIncident(IncidentCause.APPROVAL_EXPIRED);

    assertThat(stage.market.count("request-hire")).isEqualTo(3);
    assertThat(stage.journal.approvals.values())
        .hasSize(3)
        .allMatch(approval -> approval.status() == ApprovalStatus.EXPIRED);
    // Three ticks and the deadline of each window: nobody rang.
    assertThat(stage.market.count("read-approval")).isEqualTo(12);
  }

  @Test
  void anExpiredHireClosesAsExpiredWhenThePolicySaysSo() {
    stage.market.script.otherwise(Decision.ignore());
    stage.run(Plans.with(Plans.onExpired(new RefusalPolicy(0, Then.CLOSE))));

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.EXPIRED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void anUnknownStatusRaisesAnIncidentAndAsksNothing() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("mediated"));
    stage.start(Plans.single());

    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_STATUS_UNKNOWN);
    stage.pass(Duration.ofDays(4));

    assertThat(incident.detail()).contains("'mediated'");
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void aReplacedHireRequestRaisesAnIncidentAndNeverANewAsk() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.market.replace("apr_1");

    stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
    stage.pass(Duration.ofDays(4));

    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void theWordSupersededIsUnderstoodToo() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("superseded"));
    stage.start(Plans.single());

    stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }
}
