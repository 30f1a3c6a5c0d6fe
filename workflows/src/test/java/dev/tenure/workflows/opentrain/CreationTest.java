package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A milestone is sent to the marketplace once, whatever became of the call that sent it. */
class CreationTest {
  private static final String CREATE = "create-milestone m2";
  private static final String LOOK = "read-contract";
  private static final int LOOKS_BEFORE_TOLD = 6;

  private static final HirePlan PLAN = Plans.canonical();

  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aDoubtOfTheSlowPhaseIsNeverFollowedByASecondCreation() {
    held();
    stage.market.script.unanswered(CREATE, 1);
    long before = stage.market.count(CREATE);
    long looks = stage.market.count(LOOK);

    IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    stage.pass(Duration.ofDays(5));

    assertThat(incident.milestone()).isEqualTo("m2");
    assertThat(stage.market.count(CREATE)).isEqualTo(before + 1);
    assertThat(stage.market.count(LOOK)).isGreaterThan(looks + LOOKS_BEFORE_TOLD);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.PLANNED);
  }

  @Test
  void aCreationWhoseSlowAnswerWasLostIsFoundByTheNextLook() {
    held();
    stage.market.script.unanswered(CREATE, 1);
    stage.market.duringNext(
        CREATE,
        () ->
            stage.market.world.create(
                new CreateMilestone(
                    FakeWorld.CONTRACT, PLAN.milestone("m2"), Tags.of(Stage.HIRE, "m2"))));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("800.00"));
    assertThat(stage.journal.incidents.values())
        .noneMatch(incident -> incident.cause() == IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(stage.journal.milestones).hasSize(3);
  }

  @Test
  void aDoubtOfACallThatAnOperatorStoppedIsNotForgotten() {
    IncidentDocument held = held();
    stage.market.script.unanswered(CREATE, 1);
    stage.market.duringNext(CREATE, () -> stage.resolve(held, Resolution.RETRY));
    long before = stage.market.count(CREATE);

    stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);

    assertThat(stage.market.count(CREATE)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 20, 30})
  void aDoubtIsCarriedOverFromRunToRun(int events) {
    stage.close();
    stage =
        new Stage(
            input ->
                new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= events));
    held();
    stage.market.script.unanswered(CREATE, 1);
    long before = stage.market.count(CREATE);

    stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    stage.command("pause", "k1");
    stage.command("resume", "k2");
    stage.pass(Duration.ofDays(1));

    assertThat(stage.market.count(CREATE)).isEqualTo(before + 1);
  }

  @Test
  void onlyAPersonsWordCreatesAgainWhatWasInDoubt() {
    held();
    stage.market.script.unanswered(CREATE, 1);
    IncidentDocument doubt = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
    long before = stage.market.count(CREATE);

    stage.resolve(doubt, Resolution.RETRY);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count(CREATE)).isEqualTo(before + 1);
  }

  /**
   * Starts a hire whose second milestone is asked for slowly, since a scope is missing; mends it.
   */
  private IncidentDocument held() {
    stage.market.script.obstacle(CREATE, 1000, Scenes.obstacle(IncidentCause.SCOPE_MISSING));
    stage.start(PLAN);
    IncidentDocument held = stage.awaitIncident(IncidentCause.SCOPE_MISSING);
    stage.market.script.clear();
    return held;
  }
}
