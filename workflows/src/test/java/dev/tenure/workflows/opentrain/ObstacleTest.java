package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What needs a person becomes an incident, and heals by itself when its cause is gone. */
class ObstacleTest {
  private static final String FIX = "https://market.example/fix";

  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ACCOUNT_CLAIM_REQUIRED",
        "PAYMENT_METHOD_REQUIRED",
        "NOT_FIT_CONFIRMATION_REQUIRED",
        "TOKEN_REJECTED",
        "SCOPE_MISSING",
        "FEATURE_DISABLED",
        "REQUEST_REJECTED",
        "NOT_FOUND"
      })
  void anObstacleAtTheHireOpensAnIncidentAndHealsByItself(IncidentCause cause) {
    stage.market.script.obstacle("request-hire", 3, obstacle(cause));
    stage.start(Plans.single());

    IncidentDocument incident = stage.awaitIncident(cause);
    assertThat(incident.fixUrl()).isEqualTo(FIX);
    assertThat(incident.milestone()).isEqualTo("m1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    IncidentDocument closed = incident(incident.id());
    assertThat(closed.open()).isFalse();
    assertThat(closed.resolution()).isNull();
    assertThat(stage.market.count("request-hire")).isEqualTo(4);
    assertThat(stage.journal.incidents).hasSize(1);
  }

  @Test
  void anObstacleAtTheCreationOfAMilestoneHealsByItself() {
    stage.market.script.obstacle(
        "create-milestone", 2, obstacle(IncidentCause.CONTRACT_RATE_MISSING));
    stage.run(Plans.canonical());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).hasSize(1);
    assertThat(stage.market.count("create-milestone")).isEqualTo(4);
  }

  @Test
  void anOperatorsRetryGetsAFastTry() {
    stage.market.script.obstacle("request-hire", 3, obstacle(IncidentCause.TOKEN_REJECTED));
    stage.start(Plans.single());
    IncidentDocument incident = stage.awaitIncident(IncidentCause.TOKEN_REJECTED);
    long before = stage.market.count("request-hire");

    stage.resolve(incident, Resolution.RETRY);

    stage.until(() -> stage.market.count("request-hire") > before);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(incident(incident.id()).resolution()).isEqualTo(Resolution.RETRY);
  }

  @Test
  void anAbortAtTheAskClosesTheHire() {
    stage.market.script.obstacle("request-hire", 1000, obstacle(IncidentCause.TOKEN_REJECTED));
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.TOKEN_REJECTED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.journal.approvals).isEmpty();
    assertThat(stage.journal.incidents).hasSize(1);
  }

  @Test
  void anAbortWithTheApprovalPendingStandsGuardOverIt() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
    stage.market.script.obstacle("read-approval", 3, obstacle(IncidentCause.TOKEN_REJECTED));
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.TOKEN_REJECTED), Resolution.ABORT);
    stage.until(() -> stage.journal.hire().status() == HireStatus.CANCELLING);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void aHireConfirmedAfterTheAbortIsAdoptedAndEnded() {
    stage.market.script.obstacle("read-approval", 3, obstacle(IncidentCause.TOKEN_REJECTED));
    stage.start(Plans.single());

    stage.resolve(stage.awaitIncident(IncidentCause.TOKEN_REJECTED), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.market.count("request-release")).isZero();
    assertThat(stage.journal.eventTypes())
        .containsSubsequence("hire.cancelling", "contract.created", "contract.ended");
  }

  @Test
  void anotherObstacleTakesTheFirstOnesPlace() {
    stage.market.script.obstacle("request-hire", 2, obstacle(IncidentCause.TOKEN_REJECTED));
    stage.market.script.obstacle("request-hire", 2, obstacle(IncidentCause.SCOPE_MISSING));
    stage.run(Plans.single());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values())
        .extracting(IncidentDocument::cause)
        .containsExactlyInAnyOrder(IncidentCause.TOKEN_REJECTED, IncidentCause.SCOPE_MISSING);
    assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
  }

  @Test
  void anOutageShowsAfterAboutTwoMinutesAndHeals() {
    stage.market.script.outage("request-hire", 16);
    stage.run(Plans.single());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    IncidentDocument incident = stage.journal.incidents.values().iterator().next();
    assertThat(incident.cause()).isEqualTo(IncidentCause.MARKETPLACE_UNREACHABLE);
    assertThat(Duration.between(requested(), incident.openedAt()))
        .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(150));
    assertThat(incident.resolution()).isNull();
    assertThat(stage.market.count("request-hire")).isEqualTo(17);
  }

  @Test
  void aShortOutageIsNobodysBusiness() {
    stage.market.script.outage("request-", 5).outage("read-", 5);
    stage.run(Plans.canonical());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void aMilestoneInDoubtIsNeverCreatedTwiceByItself() {
    stage.market.script.unanswered("create-milestone", 1);
    stage.start(Plans.canonical());

    IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    stage.pass(Duration.ofDays(5));
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.PLANNED);

    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("create-milestone")).isEqualTo(3);
  }

  @Test
  void anAbortOfAMilestoneInDoubtEndsTheContractWithoutIt() {
    stage.market.script.unanswered("create-milestone", 1);
    stage.start(Plans.canonical());

    stage.resolve(stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
  }

  @Test
  void aContractThatTakesNoMilestonesAlthoughItIsActiveNeedsAPerson() {
    stage.market.script.refusesMilestones();
    stage.start(Plans.canonical());

    stage.awaitIncident(IncidentCause.UNEXPECTED);
    assertThat(stage.market.count("create-milestone")).isEqualTo(1);
  }

  private static Obstacle obstacle(IncidentCause cause) {
    return new Obstacle(cause, "a person must mend it: " + cause.wire(), FIX);
  }

  private IncidentDocument incident(String id) {
    return stage.journal.incidents.values().stream()
        .filter(incident -> incident.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Instant requested() {
    return stage.journal.events().stream()
        .filter(event -> event.type().equals("hire.requested"))
        .map(HireEvent::at)
        .findFirst()
        .orElseThrow();
  }
}
