package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators may answer, and what follows: retry, adopt, skip, abort. */
class AnswerTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void anAnswerThatIsNotOfferedIsRefusedWithWords() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);

    assertThatThrownBy(() -> stage.resolve(incident, Resolution.SKIP))
        .hasStackTraceContaining("cannot be answered with skip, only with retry or abort");
    assertThat(stage.journal.incidents.values()).singleElement().matches(IncidentDocument::open);
  }

  @Test
  void anAdoptThatNamesNoApprovalIsRefused() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("superseded"));
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);

    assertThatThrownBy(() -> stage.adopt(incident, null))
        .hasStackTraceContaining("wants marketplaceId beside adopt");
  }

  @Test
  void aMilestoneInDoubtThatTheOperatorNamesIsAdoptedAndNotCreatedAgain() {
    IncidentDocument incident = inDoubt();
    String theirs = stage.market.world.addForeign(Money.usd("90.00")).id();
    String ours = stage.market.world.addForeign(Money.usd("250.00")).id();

    stage.adopt(incident, ours);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").milestoneId()).isEqualTo(ours);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.journal.milestone("foreign-" + theirs).milestoneId()).isEqualTo(theirs);
    assertThat(stage.journal.milestone("foreign-" + ours).state())
        .isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.market.count("create-milestone m2")).isEqualTo(1);
    assertThat(stage.journal.eventTypes()).contains("milestone.adopted");
  }

  @Test
  void theOnlyCandidateIsAdoptedWithoutAName() {
    IncidentDocument incident = inDoubt();
    String ours = stage.market.world.addForeign(Money.usd("250.00")).id();

    stage.adopt(incident, null);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").milestoneId()).isEqualTo(ours);
    assertThat(stage.market.count("create-milestone m2")).isEqualTo(1);
  }

  @Test
  void aMilestoneThatTheContractDoesNotShowIsNotAdopted() {
    stage.adopt(inDoubt(), "mst_77");

    stage.until(() -> stage.journal.incidents.size() == 2);
    IncidentDocument second = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(second.detail()).contains("no open milestone mst_77 that is not ours");
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);

    stage.resolve(second, Resolution.SKIP);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("create-milestone m2")).isEqualTo(1);
  }

  @Test
  void oneOfOursIsNeverAdoptedASecondTime() {
    stage.adopt(inDoubt(), "mst_1");

    stage.until(() -> stage.journal.incidents.size() == 2);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.PLANNED);
  }

  @Test
  void aDeclinedFundingCanBeSkippedAndTheNextMilestoneGoesOn() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
    stage.start(Plans.canonical());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
    assertThat(incident.actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    assertThat(incident.fixUrl()).isEqualTo("https://market.example/approvals/apr_3");

    stage.resolve(incident, Resolution.SKIP);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m2").milestoneId()).isEqualTo("mst_2");
    assertThat(stage.journal.milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("request-funding mst_2")).isEqualTo(1);
  }

  @Test
  void aMilestoneAboveTheCapCanBeSkippedBeforeItExists() {
    stage.start(Plans.with(Policies.DEFAULT, Money.usd("700.00")));
    IncidentDocument incident = stage.awaitIncident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(incident.milestone()).isEqualTo("m2");

    stage.resolve(incident, Resolution.SKIP);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
  }

  @Test
  void anObstacleAtAFundingCanBeSkippedWhileItStands() {
    stage.market.script.obstacle(
        "request-funding mst_2", 1000, obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    stage.start(Plans.canonical());

    stage.resolve(stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED), Resolution.SKIP);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(stage.journal.milestone("m3").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void moneyInEscrowIsNeverSkipped() {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.decline());
    stage.start(Plans.canonical());

    assertThat(stage.awaitIncident(IncidentCause.APPROVAL_DECLINED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
  }

  @Test
  void theApprovalThatReplacedOursCanBeAdopted() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    stage.market.replace("apr_1");
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
    String theirs =
        stage.market.askedByOthers(
            ApprovalKind.PROPOSAL_HIRE,
            "prp_1",
            yes -> stage.market.world.hire("theirs", Money.usd("400.00")));

    stage.adopt(incident, theirs);
    stage.until(() -> stage.journal.approvals.containsKey(theirs));
    stage.market.decide(theirs, Decision.confirm());

    stage.until("m1", MilestoneState.FUNDED);
    assertThat(stage.journal.milestone("m1").amount()).isEqualTo(Money.usd("400.00"));
    assertThat(stage.journal.approval(theirs).status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void anApprovalForSomethingElseIsNotAdopted() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("superseded"));
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
    String other = stage.market.askedByOthers(ApprovalKind.MILESTONE_FUND, "mst_9", nothing -> {});

    stage.adopt(incident, other);

    IncidentDocument second = stage.awaitIncident(IncidentCause.APPROVAL_LOST);
    assertThat(second.detail()).contains("is for something else");
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    stage.resolve(second, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
  }

  @Test
  void aLostFundingApprovalCanBeNamedOnceItIsInSightAgain() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    stage.market.world.hide("apr_3");
    IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_LOST);
    stage.market.world.show("apr_3");

    stage.adopt(incident, "apr_3");
    stage.until(() -> stage.journal.approval("apr_3").pending());
    stage.market.decide("apr_3", Decision.confirm());

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-funding mst_2")).isEqualTo(1);
  }

  @Test
  void aContractThatCannotBeSeenCanBeReplacedByTheOneThatTheOperatorNames() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.hide(FakeWorld.CONTRACT);
    stage.market.ringContract();
    IncidentDocument incident = stage.awaitIncident(IncidentCause.NOT_FOUND);
    assertThat(incident.actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);

    stage.adopt(incident, "ctr_other");

    stage.until(() -> stage.journal.eventTypes().contains("contract.adopted"));
    stage.market.world.status("mst_1", "PAID");
    assertThat(stage.finish().contractId()).isEqualTo("ctr_other");
  }

  @Test
  void anotherHiresSuccessNotifiesThisOneSoThatItTriesAtOnce() {
    stage.market.script.obstacle(
        "request-hire", 2, obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    stage.until(() -> stage.market.count("request-hire") == 2);
    long slept = stage.now();

    stage.market.ringObstacleGone();

    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
    assertThat(stage.now() - slept).isLessThan(Duration.ofSeconds(20).toMillis());
    assertThat(stage.journal.incidents.values()).singleElement().matches(i -> !i.open());
  }

  @Test
  void aNotificationThatCameTooSoonLeavesTheSameIncidentOpen() {
    stage.market.script.obstacle(
        "request-hire", 1000, obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
    stage.start(Plans.single());
    stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
    long before = stage.market.count("request-hire");

    stage.market.ringObstacleGone();
    stage.until(() -> stage.market.count("request-hire") > before);
    stage.pass(Duration.ofHours(1));

    assertThat(stage.journal.incidents.values()).singleElement().matches(IncidentDocument::open);
  }

  @Test
  void anAbortWhileTheRequestHasNoAnswerAdoptsAndUnwindsTheContractThatItFinds() {
    stage.market.script.unanswered("request-hire", 1000);
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.MARKETPLACE_UNREACHABLE);
    stage.market.world.hire("Batch m1", Money.usd("450.00"));

    stage.resolve(incident, Resolution.ABORT);
    stage.pass(Duration.ofHours(1));
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.CANCELLING);
    stage.market.script.clear();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.journal.eventTypes())
        .containsSubsequence("contract.created", "contract.ended");
  }

  @Test
  void anAbortOfTheGuardOverAnUnansweredRequestSaysThatAnApprovalMayStand() {
    stage.market.script.unanswered("request-hire", 1000);
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.MARKETPLACE_UNREACHABLE), Resolution.ABORT);
    stage.resolve(stage.awaitIncident(IncidentCause.MARKETPLACE_UNREACHABLE), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.journal.events())
        .anyMatch(
            event ->
                event.type().equals("hire.request_unanswered")
                    && event.summary().contains("Should an approval of it turn up"));
  }

  private IncidentDocument inDoubt() {
    stage.market.script.unanswered("create-milestone", 1);
    stage.start(Plans.canonical());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(incident.actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.SKIP, Resolution.ABORT);
    return incident;
  }

  private static Obstacle obstacle(IncidentCause cause) {
    return new Obstacle(cause, "a person must mend it", "https://market.example/fix");
  }
}
