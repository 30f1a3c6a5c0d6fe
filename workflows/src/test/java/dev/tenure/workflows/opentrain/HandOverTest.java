package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.MilestoneCommand;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hire may be handed over to a new run at any point: it still ends, and asks nothing twice. */
class HandOverTest {
  private final AtomicInteger runs = new AtomicInteger();

  /** Every run hands over as soon as its history has so many events. */
  private Stage handingOverAfter(int events) {
    return new Stage(
        input -> {
          runs.incrementAndGet();
          return new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= events);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 20, 23, 26, 29, 33, 38, 45, 60})
  void aHandOverAtAnyPointLosesAndDoublesNothing(int events) {
    try (Stage stage = handingOverAfter(events)) {
      stage.run(Plans.canonical());

      assertThat(runs.get()).isGreaterThan(2);
      assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
      assertThat(stage.market.count("request-hire")).isEqualTo(1);
      assertThat(stage.market.count("create-milestone")).isEqualTo(2);
      assertThat(stage.market.world.approvalCount()).isEqualTo(6);
      assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("800.00"));
      assertThat(stage.journal.incidents).isEmpty();
      assertComplete(stage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 19, 26, 40})
  void aHandOverDuringLongWaitsAsksNothingTwice(int events) {
    try (Stage stage = handingOverAfter(events)) {
      stage.market.script.otherwise(Decision.confirmSilently(Duration.ofHours(20)));
      // One after the other: when ticks of several approvals fall into the same instant, the test
      // server has been seen to leave a started workflow task without answer or timeout.
      stage.run(Plans.canonical());

      assertThat(runs.get()).isGreaterThan(2);
      assertThat(stage.market.world.approvalCount()).isEqualTo(6);
      assertThat(stage.market.count("create-milestone")).isEqualTo(2);
      assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
      assertComplete(stage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 16, 18, 20, 22, 25, 30})
  void aDeclineIsNotForgottenByTheNextRun(int events) {
    try (Stage stage = handingOverAfter(events)) {
      stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
      stage.start(Plans.single());
      IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_DECLINED);
      ringOften(stage, 12);

      assertThat(runs.get()).isGreaterThan(1);
      assertThat(stage.market.count("request-hire")).isEqualTo(1);
      assertThat(stage.journal.incidents).hasSize(1);

      stage.resolve(incident, Resolution.RETRY);
      assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
      assertThat(stage.market.count("request-hire")).isEqualTo(2);
      assertComplete(stage);
    }
  }

  @Test
  void noHandOverBeginsWhileTheRecordIsBehindAndTheMoneyStepsGoOn() {
    try (Stage stage = handingOverAfter(14)) {
      stage.journal.away(true);
      stage.start(Plans.canonical());
      stage.until(() -> stage.market.world.ended());
      assertThat(stage.journal.events()).isEmpty();
      assertThat(runs.get()).isEqualTo(1);

      stage.journal.away(false);
      assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
      assertComplete(stage);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 17, 21, 26})
  void theCountOfReRequestsIsCarriedOver(int events) {
    try (Stage stage = handingOverAfter(events)) {
      stage.market.script.otherwise(Decision.decline());
      stage.run(Plans.with(Plans.onDeclined(new RefusalPolicy(2, Then.CLOSE))));

      assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.DECLINED);
      assertThat(stage.market.count("request-hire")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18, 24})
  void anObstacleKeepsItsOneIncidentAcrossRuns(int events) {
    try (Stage stage = handingOverAfter(events)) {
      Obstacle obstacle = new Obstacle(IncidentCause.TOKEN_REJECTED, "mint a token", null);
      stage.market.script.obstacle("request-hire", 1000, obstacle);
      stage.start(Plans.single());
      stage.awaitIncident(IncidentCause.TOKEN_REJECTED);
      ringOften(stage, 20);
      assertThat(runs.get()).isGreaterThan(1);
      assertThat(stage.journal.incidents).hasSize(1);

      stage.market.script.clear();
      assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
      assertThat(stage.journal.incidents.values()).noneMatch(IncidentDocument::open);
      assertComplete(stage);
    }
  }

  @Test
  void aMilestoneInDoubtIsNotTriedAgainByTheNextRun() {
    try (Stage stage = handingOverAfter(40)) {
      stage.market.script.unanswered("create-milestone", 1);
      stage.start(Plans.canonical());
      IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
      int before = runs.get();
      ringOften(stage, 30);
      assertThat(runs.get()).isGreaterThan(before);
      assertThat(stage.market.count("create-milestone")).isEqualTo(1);

      stage.resolve(incident, Resolution.RETRY);
      assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
      assertThat(stage.market.count("create-milestone")).isEqualTo(3);
    }
  }

  @Test
  void aCommandRepeatedInALaterRunIsStillAppliedOnce() {
    try (Stage stage = handingOverAfter(25)) {
      stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.ignore());
      HirePlan plan = Plans.single();
      stage.start(plan);
      stage.until("m1", MilestoneState.FUNDED);
      stage.command("end", "k1");
      int before = runs.get();
      ringOften(stage, 20);
      assertThat(runs.get()).isGreaterThan(before);

      stage.command("end", "k1");
      stage.pass(Duration.ofHours(1));
      assertThat(stage.journal.summaries("hire.end_commanded")).hasSize(1);
      assertThat(stage.market.count("request-end")).isEqualTo(1);
      assertThat(stage.journal.approval("apr_2").status()).isEqualTo(ApprovalStatus.PENDING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 19, 25, 33})
  void aChangedPlanIsCarriedOver(int events) {
    try (Stage stage = handingOverAfter(events)) {
      stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
      stage.start(Plans.canonical());
      stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
      stage.command("drop-milestone", "k1", new MilestoneCommand("m2"));
      stage.command(
          "add-milestone",
          "k2",
          new AddMilestoneCommand(Plans.milestone("m4", "50.00", FundRule.afterPaid("m3"))));
      ringOften(stage, 12);
      long version = stage.stub().query("hire", RecordBatch.class).hire().version();
      HireTerms terms = new HireTerms(null, Map.of(), Money.usd("900.00"), Policies.DEFAULT);
      MilestonePlan first = Plans.milestone("m1", "300.00", FundRule.atStart());
      stage.command(
          "change",
          "k3",
          new ChangeCommand(version, terms, first == null ? List.of() : List.of(first)));

      HireDocument end = stage.finish();
      assertThat(runs.get()).isGreaterThan(3);
      assertThat(end.status()).isEqualTo(HireStatus.ENDED);
      assertThat(end.terms()).isEqualTo(terms);
      assertThat(end.money().paid()).isEqualTo(Money.usd("450.00"));
      assertThat(stage.market.count("request-hire")).isEqualTo(2);
      assertThat(stage.market.count("create-milestone")).isEqualTo(2);
      assertThat(stage.journal.incidents).isEmpty();
      assertComplete(stage);
    }
  }

  /** Each notification makes the history longer, so that runs hand over in the middle of a wait. */
  private static void ringOften(Stage stage, int times) {
    for (int i = 0; i < times; i++) {
      stage.market.ringApproval("apr_foreign_" + i);
      stage.pass(Duration.ofMinutes(1));
    }
  }

  private static void assertComplete(Stage stage) {
    assertThat(stage.journal.events())
        .extracting(HireEvent::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, stage.journal.events().size()).boxed().toList());
    assertThat(stage.journal.epochs).hasSize(1);
  }
}
