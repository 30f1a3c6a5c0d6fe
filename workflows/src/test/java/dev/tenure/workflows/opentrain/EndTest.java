package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.plan.EndRule;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of the contract: by itself, on request, with money in escrow, refused. */
class EndTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void theEndOnRequestWaitsForItsCommand() {
    stage.start(Plans.single(Plans.end(EndRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofDays(3));

    assertThat(stage.market.count("request-end")).isZero();
    assertThat(stage.journal.hire().waitingFor())
        .singleElement()
        .matches(waiting -> waiting.kind() == WaitKind.COMMAND && waiting.milestone() == null);
    assertThat(stage.journal.hire().allowedActions())
        .anyMatch(action -> action.action() == ActionKind.END);

    stage.command("end", "k1");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void theEndWithMoneyInEscrowTakesAnApproval() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.FUNDED);

    stage.command("end", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.approval("apr_2").kind()).isEqualTo(ApprovalKind.CONTRACT_END);
    assertThat(stage.journal.approval("apr_2").status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.market.count("create-milestone")).isZero();
  }

  @Test
  void aDeclinedEndHoldsAndRetryAsksAgain() {
    stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.decline());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");

    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    stage.pass(Duration.ofDays(4));
    assertThat(stage.market.count("request-end")).isEqualTo(1);
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDING);

    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(2);
  }

  @Test
  void anAbortOfTheDeclinedEndLeavesTheContractActive() {
    stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.decline());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");

    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.world.ended()).isFalse();
    assertThat(stage.journal.eventTypes()).contains("hire.given_up");
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void theEndCommandStopsNewAsksButWatchesThePendingOne() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.confirmAfter(Duration.ofHours(2)));
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.confirmAfter(Duration.ofHours(9)));
    stage.market.script.nobodyDelivers();
    stage.start(Plans.overlapping());
    stage.until(() -> stage.market.count("request-funding") == 2);
    stage.until("m1", MilestoneState.FUNDED);

    stage.command("end", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.eventTypes())
        .containsSubsequence("hire.end_commanded", "approval.confirmed");
    assertThat(stage.market.count("request-release")).isZero();
    assertThat(stage.market.count("request-funding")).isEqualTo(2);
    assertThat(stage.journal.approvals.values()).noneMatch(approval -> approval.pending());
  }

  @Test
  void moneyThatPeopleCanStillConfirmAfterAGivenUpEndIsNotCalledDead() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore(), Decision.ignore());
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.decline());
    stage.market.script.nobodyDelivers();
    stage.start(Plans.overlapping());
    stage.until(() -> stage.market.count("request-funding") == 2);
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");
    stage.resolve(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.journal.eventTypes())
        .contains("approval.lost_sight")
        .doesNotContain("approval.superseded");
    assertThat(stage.journal.summaries("approval.lost_sight"))
        .allMatch(words -> words.contains("decline it, unless it is wanted"));
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.CREATED);
  }

  @Test
  void aRefusalThatComesDuringTheEndOpensNoIncidentOfItsOwn() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.market.script.on(ApprovalKind.CONTRACT_END, Decision.confirmAfter(Duration.ofHours(9)));
    stage.market.script.nobodyDelivers();
    stage.start(Plans.overlapping());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");
    stage.until(() -> stage.market.count("request-end") == 1);
    stage.journal.approvals.values().stream()
        .filter(a -> a.kind() == ApprovalKind.MILESTONE_FUND && a.pending())
        .forEach(a -> stage.market.decide(a.id(), Decision.decline()));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.market.count("request-funding")).isEqualTo(2);
  }

  @Test
  void theCancelButtonBeforeTheContractStandsGuardAndCloses() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));

    stage.stub().cancel();
    stage.until(() -> stage.journal.hire().status() == HireStatus.CANCELLING);
    stage.market.decide("apr_1", Decision.decline());

    stage.until(() -> stage.journal.hire().status() == HireStatus.CANCELLED);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void theCancelButtonWithAContractAsksForItsEnd() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    stage.stub().cancel();

    stage.until(() -> stage.journal.hire().status() == HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void theEndIsAskedForAlsoWhileTheContractIsOutOfSight() {
    stage.start(Plans.single(Plans.end(EndRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.PAID);
    stage.market.world.hide(FakeWorld.CONTRACT);
    stage.market.ringContract();
    stage.awaitIncident(IncidentCause.NOT_FOUND);
    stage.command("end", "k1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }
}
