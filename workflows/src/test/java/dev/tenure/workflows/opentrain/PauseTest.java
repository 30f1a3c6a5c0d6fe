package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.plan.EndRule;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pause: nothing new is asked of people, and what they were asked already goes on. */
class PauseTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aPausedHireAsksNothingNewUntilItGoesOn() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofHours(1)));
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    RecordBatch answer = stage.command("pause", "k1");
    assertThat(answer.hire().paused()).isTrue();

    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofDays(5));
    assertThat(stage.market.count("create-milestone")).isZero();
    assertThat(stage.market.world.approvalCount()).isEqualTo(2);
    assertThat(stage.journal.hire().paused()).isTrue();

    stage.command("resume", "k2");
    HireDocument end = stage.finish();
    assertThat(end.status()).isEqualTo(HireStatus.ENDED);
    assertThat(end.paused()).isFalse();
    assertThat(stage.journal.eventTypes()).containsOnlyOnce("hire.paused", "hire.resumed");
  }

  @Test
  void aPauseBeforeTheFirstAskHoldsTheHireItself() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());
    IncidentDocument declined = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.command("pause", "k1");
    stage.resolve(declined, Resolution.RETRY);
    stage.pass(Duration.ofDays(1));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);

    stage.command("resume", "k2");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
  }

  @Test
  void anAskInFlightIsRememberedAndWatchedInSpiteOfThePause() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.confirmAfter(Duration.ofHours(2)));
    stage.market.duringNext("request-funding", () -> stage.command("pause", "k1"));
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.DELIVERED);

    assertThat(stage.journal.approval("apr_3").status()).isEqualTo(ApprovalStatus.CONFIRMED);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.count("request-release mst_2")).isZero();

    stage.command("resume", "k2");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void anAskThatAnObstacleHoldsIsNotTriedDuringThePause() {
    stage.market.script.obstacle(
        "request-funding",
        1000,
        new Obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED, "add a card", null));
    stage.start(Plans.canonical());
    stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    stage.command("pause", "k1");
    stage.pass(Duration.ofMinutes(20));
    long tried = stage.market.count("request-funding");
    stage.pass(Duration.ofHours(2));
    assertThat(stage.market.count("request-funding")).isEqualTo(tried);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.CREATED);
    assertThat(stage.journal.incidents.values()).singleElement().matches(IncidentDocument::open);

    stage.command("resume", "k2");
    stage.until(() -> stage.market.count("request-funding") > tried + 1);
    stage.market.script.clear();
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values()).hasSize(1).noneMatch(IncidentDocument::open);
  }

  @Test
  void anExpiredApprovalIsAskedForAgainOnlyAfterThePause() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("pause", "k1");
    stage.until(() -> stage.journal.approval("apr_1").status() == ApprovalStatus.EXPIRED);
    stage.pass(Duration.ofDays(1));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);

    stage.command("resume", "k2");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void theEndIsNeverHeldBackByAPause() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("pause", "k1");
    stage.command("end", "k2");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void anAskThatAnObstacleHoldsIsNotTriedWhileTheEndIsUnderWay() {
    stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.ignore());
    stage.market.script.obstacle(
        "request-funding",
        1000,
        new Obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED, "add a card", null));
    stage.start(Plans.overlapping());
    stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    stage.command("end", "k1");
    stage.until(() -> stage.journal.hire().status() == HireStatus.ENDING);
    stage.pass(Duration.ofMinutes(20));
    long tried = stage.market.count("request-funding");
    stage.market.script.clear();
    stage.pass(Duration.ofHours(20));

    assertThat(stage.market.count("request-funding")).isEqualTo(tried);
  }

  @Test
  void theEndThatComesByItselfWaitsForTheHireToGoOn() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofHours(1)));
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.command("pause", "k1");
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.count("request-end")).isZero();

    stage.command("resume", "k2");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aPausedHireStillSeesItsContractEndInTheApp() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_APPROVE, Decision.confirmAfter(Duration.ofHours(1)));
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.command("pause", "k1");
    stage.until("m1", MilestoneState.PAID);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }

  @Test
  void aPausedHireSeesDeliveredWorkPaidInTheApp() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single(Plans.end(EndRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("pause", "k1");
    stage.market.world.deliver("mst_1");
    stage.market.ringContract();
    stage.until("m1", MilestoneState.DELIVERED);
    stage.market.world.status("mst_1", "PAID");
    stage.market.ringContract();

    stage.until("m1", MilestoneState.PAID);
    assertThat(stage.market.count("request-release")).isZero();
  }

  @Test
  void whatAPausedHireForbidsIsRefusedInWords() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    assertThat(stage.refusal("resume", "k0").words())
        .isEqualTo("There is nothing to resume: the hire is active.");
    stage.command("pause", "k1");

    assertThat(stage.refusal("pause", "k2").words())
        .isEqualTo("The hire cannot be paused now: the hire is paused.");
    Refusal release = stage.refusal("release", "k3", new MilestoneCommand("m1"));
    assertThat(release.words())
        .isEqualTo("Milestone m1 cannot be released now: the hire is paused.");
    assertThat(release.allowedActions()).anyMatch(a -> a.action() == ActionKind.RESUME);
  }

  @Test
  void anAbortLiftsThePauseAndAsksForTheEnd() {
    stage.market.script.obstacle(
        "request-funding",
        1000,
        new Obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED, "add a card", null));
    stage.start(Plans.canonical());
    IncidentDocument obstacle = stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    stage.command("pause", "k1");
    stage.pass(Duration.ofMinutes(20));
    stage.resolve(obstacle, Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.hire().paused()).isFalse();
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void anAbortBeforeTheContractLiftsThePauseAndClosesTheHire() {
    stage.market.script.obstacle(
        "request-hire",
        1000,
        new Obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED, "add a card", null));
    stage.start(Plans.single());
    IncidentDocument obstacle = stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    stage.command("pause", "k1");
    stage.pass(Duration.ofMinutes(20));
    stage.resolve(obstacle, Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void aContractEndedInTheAppIsSeenWhileAPauseHoldsACommandedRelease() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("pause", "k1");
    stage.command("resume", "k2");
    stage.market.script.obstacle(
        "request-release", 1000, new Obstacle(IncidentCause.TOKEN_REJECTED, "another token", null));
    stage.command("release", "k3", new MilestoneCommand("m1"));
    stage.awaitIncident(IncidentCause.TOKEN_REJECTED);
    stage.command("pause", "k4");
    stage.pass(Duration.ofMinutes(20));
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }
}
