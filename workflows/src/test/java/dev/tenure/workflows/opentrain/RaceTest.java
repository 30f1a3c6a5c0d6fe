package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.MilestoneCommand;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two things in the same instant: whichever comes first, money moves once and nothing is lost. */
class RaceTest {
  private Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @RepeatedTest(3)
  void aReleaseCommandAndTheNotificationOfTheDeliveryAskOnce() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.deliver("mst_1");
    CompletableFuture<Boolean> accepted =
        atOnce(stage.market::ringContract, "release", new MilestoneCommand("m1"));

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-release")).isEqualTo(1);
    assertThat(stage.journal.summaries("milestone.release_commanded"))
        .hasSize(accepted.join() ? 1 : 0);
  }

  @RepeatedTest(3)
  void anEndCommandAndTheConfirmationOfAFundingLeaveNoMoneyBehind() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    CompletableFuture<Boolean> accepted =
        atOnce(() -> stage.market.decide("apr_3", Decision.confirm()), "end");

    assertThat(accepted.join()).isTrue();
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @RepeatedTest(5)
  void aDropAndTheFundingOfTheSameMilestoneNeverBothHappen() {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.until(() -> stage.journal.approvals.containsKey("apr_2"));
    CompletableFuture<Boolean> dropped =
        atOnce(
            () -> stage.market.decide("apr_2", Decision.confirm()),
            "drop-milestone",
            new MilestoneCommand("m2"));
    boolean gone = dropped.join();
    stage.market.script.otherwise(Decision.confirm());
    stage.until("m2", gone ? MilestoneState.DROPPED : MilestoneState.FUNDED);

    assertThat(stage.market.world.funded("mst_2", Money.usd("250.00"))).isEqualTo(!gone);
  }

  @RepeatedTest(3)
  void anAdditionAndTheEndThatComesByItselfAgreeOnWhoWasFirst() {
    stage.market.script.on(ApprovalKind.MILESTONE_APPROVE, Decision.ignore());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.AWAITING_RELEASE);
    stage.until(() -> stage.journal.approvals.containsKey("apr_2"));
    CompletableFuture<Boolean> added =
        atOnce(
            () -> stage.market.decide("apr_2", Decision.confirm()),
            "add-milestone",
            new AddMilestoneCommand(Plans.milestone("m2", "100.00", FundRule.atStart())));

    boolean first = added.join();
    assertThat(stage.finish().money().paid()).isEqualTo(Money.usd(first ? "550.00" : "450.00"));
    assertThat(stage.journal.milestones.containsKey("m2")).isEqualTo(first);
  }

  @Test
  void aDropWhileTheFundingIsBeingAskedForIsRefused() {
    CompletableFuture<Boolean> dropped = new CompletableFuture<>();
    stage.market.duringNext(
        "request-funding",
        () -> dropped.complete(accepted("drop-milestone", new MilestoneCommand("m2"))));
    stage.run(Plans.canonical());

    assertThat(dropped.join()).isFalse();
    assertThat(stage.journal.hire().money().paid()).isEqualTo(Money.usd("800.00"));
  }

  @Test
  void anAdditionWhileTheEndIsUnderWayIsRefused() {
    stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.ignore());
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.command("end", "k1");
    stage.until(() -> stage.journal.hire().status() == HireStatus.ENDING);

    assertThat(
            stage
                .refusal(
                    "add-milestone",
                    "k2",
                    new AddMilestoneCommand(Plans.milestone("m2", "100.00", FundRule.atStart())))
                .words())
        .isEqualTo("No milestone can be added now: the end of its contract is commanded.");
  }

  @Test
  void theSameKeyIsAnsweredAgainAndAnotherKeyIsRefused() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    List<CompletableFuture<RecordBatch>> same = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      same.add(CompletableFuture.supplyAsync(() -> stage.command("pause", "k1")));
    }

    assertThat(same).allMatch(answer -> answer.join().hire().paused());
    assertThat(stage.refusal("pause", "k2").words()).contains("the hire is paused");
    stage.pass(Duration.ofMinutes(1));
    assertThat(stage.journal.summaries("hire.paused")).hasSize(1);
  }

  @Test
  void aSilentConfirmationInTheLastMinuteBeforeTheDeadlineCounts() {
    Duration last = FakeMarketplace.WINDOW.minusMinutes(1);
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(last));
    stage.run(Plans.single());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.CONFIRMED);
  }

  @Test
  void aConfirmationAtTheDeadlineItselfIsTooLateAndAskedForOnceMore() {
    stage.market.script.on(
        ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(FakeMarketplace.WINDOW));
    stage.run(Plans.single());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-hire")).isEqualTo(2);
    assertThat(stage.journal.approval("apr_1").status()).isEqualTo(ApprovalStatus.EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 18, 23, 31})
  void commandsDuringHandOversAreEachCarriedOutOnce(int events) {
    AtomicInteger runs = new AtomicInteger();
    stage.close();
    stage =
        new Stage(
            input -> {
              runs.incrementAndGet();
              return new HireWorkflowImpl(
                  input, () -> Workflow.getInfo().getHistoryLength() >= events);
            });
    stage.market.script.nobodyDelivers();
    stage.start(Plans.onRequest());
    stage.until("m1", MilestoneState.FUNDED);
    for (int i = 0; i < 8; i++) {
      stage.market.ringApproval("apr_foreign_" + i);
      stage.command("pause", "p" + i);
      stage.command("resume", "r" + i);
    }
    stage.command("fund", "f", new MilestoneCommand("m2"));
    stage.until("m2", MilestoneState.FUNDED);
    stage.command("end", "e");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(runs.get()).isGreaterThan(3);
    assertThat(stage.journal.summaries("hire.paused")).hasSize(8);
    assertThat(stage.journal.summaries("hire.resumed")).hasSize(8);
    assertThat(stage.market.count("request-funding")).isEqualTo(1);
    assertThat(stage.journal.events())
        .extracting(HireEvent::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, stage.journal.events().size()).boxed().toList());
  }

  /** A notification and a command while the hire is busy: both lie before it when it looks up. */
  private CompletableFuture<Boolean> atOnce(
      Runnable notification, String command, Object... arguments) {
    CompletableFuture<Boolean> sent =
        CompletableFuture.supplyAsync(() -> accepted(command, arguments));
    notification.run();
    return sent;
  }

  private boolean accepted(String command, Object... arguments) {
    try {
      stage.command(command, "race", arguments);
      return true;
    } catch (WorkflowUpdateException refused) {
      return false;
    }
  }
}
