package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.workflows.hire.MilestoneCommand;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hire given up before its contract: watched until it is certain, unwound if it came about. */
class CancelTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aCancelledHireStandsGuardUntilItsApprovalIsFinal() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    assertThat(stage.command("cancel", "k1").hire().status()).isEqualTo(HireStatus.CANCELLING);
    stage.pass(Duration.ofHours(1));
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.CANCELLING);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.EXPIRED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void aPersonWhoConfirmsAnywayMakesAContractThatIsUnwound() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ofHours(5)));
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("cancel", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.market.count("create-milestone")).isZero();
    assertThat(stage.market.count("request-funding")).isZero();
  }

  @Test
  void aDeclinedUnwindingLeavesTheContractActiveWithAnIncident() {
    stage
        .market
        .script
        .nobodyDelivers()
        .on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ofHours(5)))
        .on(ApprovalKind.CONTRACT_END, Decision.decline());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("cancel", "k1");

    stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.world.ended()).isFalse();
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDING);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void aCancelWhileTheHireIsBeingAskedForForgetsNoApproval() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ofHours(5)));
    stage.market.duringNext("request-hire", () -> stage.command("cancel", "k1"));
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.CANCELLING);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
  }

  @Test
  void aCancelUnderAnObstacleStopsTheAsk() {
    stage.market.script.obstacle(
        "request-hire", 1000, new Obstacle(IncidentCause.TOKEN_REJECTED, "mint a token", null));
    stage.start(Plans.single());
    stage.awaitIncident(IncidentCause.TOKEN_REJECTED);
    stage.command("cancel", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.world.approvalCount()).isZero();
  }

  @Test
  void aCancelOfADeclinedHireClosesItAtOnce() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());
    stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.command("cancel", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.journal.incidents.values()).noneMatch(i -> i.open());
  }

  @Test
  void whileCancellingNothingIsAddedChangedOrCancelledAgain() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.command("cancel", "k1");

    assertThat(stage.refusal("cancel", "k2").words())
        .isEqualTo("The hire cannot be cancelled now: the hire is cancelling.");
    assertThat(stage.refusal("pause", "k3").words()).contains("cancelling");
    assertThat(stage.refusal("drop-milestone", "k4", new MilestoneCommand("m2")).words())
        .contains("the hire is cancelling");
    assertThat(stage.command("cancel", "k1").hire().status()).isEqualTo(HireStatus.CANCELLING);
  }

  @Test
  void withAContractTheHireIsEndedNotCancelled() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    assertThat(stage.refusal("cancel", "k1").words())
        .isEqualTo("The hire cannot be cancelled now: it has a contract; end it instead.");
  }
}
