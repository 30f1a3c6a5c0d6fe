package dev.tenure.workflows.opencontract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.WorkerLost;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.opencontract.FakeOpenContract.Worker;
import dev.tenure.workflows.opentrain.Counters;
import io.temporal.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hire on OpenContract as a workflow: what it costs, and that nothing is paid twice. */
class OpenContractHireTest {
  private static final int MOST_EVENTS = 150;
  private static final int MOST_READS_OF_A_REVIEW = 4;

  private OpenContractStage stage = new OpenContractStage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aHireOfTwoMilestonesCostsAtMostAHundredAndFiftyEvents() {
    OpenContractScenes.approved(stage);

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestones.values())
        .extracting(milestone -> milestone.state())
        .containsOnly(MilestoneState.PAID);
    assertThat(stage.market.count("create")).isEqualTo(2);
    assertThat(stage.market.count("approve")).isEqualTo(2);
    Counters cost = Counters.of(stage.history().getHistory());
    System.out.println("a hire of two milestones on OpenContract: " + cost);
    assertThat(cost.events()).isLessThanOrEqualTo(MOST_EVENTS);
  }

  @Test
  void aSilentReviewCostsAtMostFourReadsAndIsPaid() {
    stage.market.settling = Duration.ofHours(2);
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.awaitApproval(ApprovalKind.MILESTONE_APPROVE, "m1");
    long before = stage.market.count("read");

    stage.until(
        () ->
            Objects.requireNonNull(stage.journal.milestone("m1").workingContract())
                .status()
                .equals("resolved"));
    assertThat(stage.market.count("read") - before).isLessThanOrEqualTo(MOST_READS_OF_A_REVIEW);
    assertThat(stage.market.count("approve")).isZero();

    stage.finish();
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.journal.eventTypes()).contains("approval.expired");
  }

  @Test
  void aDeclinedReleaseIsDisputedAndSettledInPartToTheUnit() {
    OpenContractScenes.disputed(stage);

    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PARTLY_PAID);
    WorkingContractDocument contract =
        Objects.requireNonNull(stage.journal.milestone("m1").workingContract());
    assertThat(contract.settlement())
        .isEqualTo(
            new WorkingContractDocument.Settlement(
                usdc("13.666667"), usdc("7.666667"), usdc("0.666666"), usdc("0.666666")));
    Money back =
        stage.journal.ledger.values().stream()
            .map(entry -> entry.amount())
            .reduce(Money.zero("USDC"), Money::plus);
    assertThat(back).isEqualTo(usdc("-13.333333"));
    assertThat(stage.market.count("dispute")).isEqualTo(1);
  }

  private static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), "USDC");
  }

  @Test
  void aLostWorkerIsToldAndAskedOnceMoreByARetry() {
    OpenContractScenes.lost(stage);

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("create")).isEqualTo(2);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void anAbsentWorkerIsFollowedByTheNextOneWhereThePolicySaysSo() {
    stage.market.workers.add(Worker.absent());
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.NEXT_WORKER));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();

    assertThat(Objects.requireNonNull(stage.journal.milestone("m1").workingContract()).worker())
        .isEqualTo(OpenContractPlans.ANOTHER);
  }

  @Test
  void aCallThatItsAccountHasNoTurnForIsMadeAgainAndNobodyIsTold() {
    stage.market.throttle("create");
    stage.market.throttle("create");
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();

    assertThat(stage.market.count("create")).isEqualTo(3);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.journal.eventTypes()).doesNotContain("incident.opened");
  }

  @Test
  void aCreationWhoseAnswerIsLostMakesOneContract() {
    stage.market.loseAnswer("create");
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();

    List<String> made = stage.market.calls.stream().filter(c -> c.startsWith("create")).toList();
    assertThat(made).hasSize(2).containsOnly(made.getFirst());
    assertThat(stage.journal.ledger.values())
        .filteredOn(entry -> entry.type().equals("ESCROW"))
        .singleElement()
        .extracting(entry -> entry.amount())
        .isEqualTo(usdc("-20"));
  }

  @Test
  void aPaymentWhoseFateIsUnknownIsAskedForAgainWhenItCanBeKnown() {
    stage.market.uncertainFor(Duration.ofMinutes(10));
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.awaitIncident(IncidentCause.MARKETPLACE_UNREACHABLE);
    assertThat(stage.market.count("create")).isEqualTo(1);

    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();
    assertThat(stage.market.count("create")).isEqualTo(2);
    assertThat(stage.journal.incidents.values()).allMatch(incident -> !incident.open());
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 25, 40})
  void aHireIsHandedOverWithEverythingThatItKnows(int events) {
    stage.close();
    stage =
        new OpenContractStage(
            input ->
                new OpenContractHireWorkflowImpl(
                    input, () -> Workflow.getInfo().getHistoryLength() >= events));
    OpenContractScenes.approved(stage);

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.epochs).hasSize(1);
    assertThat(stage.market.count("create")).isEqualTo(2);
    assertThat(stage.journal.eventTypes()).last().isEqualTo("hire.ended");
  }

  @Test
  void whoDecidedIsRecordedWithTheTermsThatTheySaw() {
    stage.start(OpenContractPlans.two());
    ApprovalDocument asked = stage.awaitApproval(ApprovalKind.MILESTONE_FUND, "m1");
    assertThat(asked.url()).isEqualTo("/approvals/" + asked.id());
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.until("m1", MilestoneState.FUNDED);

    ApprovalDocument decided = stage.journal.approval(asked.id());
    assertThat(decided.status()).isEqualTo(ApprovalStatus.CONFIRMED);
    ApprovalDecision decision = Objects.requireNonNull(decided.decision());
    assertThat(stage.journal.events().getFirst().data()).containsEntry("actor", "requester");
    assertThat(decision.decidedBy()).isEqualTo("lead");
    assertThat(decision.termsDigest()).isEqualTo(asked.termsDigest());
  }

  @Test
  void aCreationAboveTheLimitIsReplacedByOneWithTheChangedPrice() {
    stage.market.limit = usdc("15");
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    ApprovalDocument old = stage.awaitApproval(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.awaitIncident(IncidentCause.PAYMENT_REFUSED);

    stage.command("change", "k1", anotherPrice("10"), OpenContractStage.LEAD);
    ApprovalDocument asked = stage.awaitApproval(ApprovalKind.MILESTONE_FUND, "m1");
    assertThat(asked.id()).isNotEqualTo(old.id());
    assertThat(asked.amount()).isEqualTo(usdc("10"));
    assertThat(stage.journal.approval(old.id()).status()).isEqualTo(ApprovalStatus.SUPERSEDED);

    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.confirm(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.finish();
    assertThat(stage.journal.ledger.values())
        .filteredOn(entry -> entry.type().equals("ESCROW"))
        .singleElement()
        .extracting(entry -> entry.amount())
        .isEqualTo(usdc("-10"));
    assertThat(stage.journal.incidents.values()).allMatch(incident -> !incident.open());
  }

  private ChangeCommand anotherPrice(String amount) {
    RecordBatch now = stage.stub().query("hire", RecordBatch.class);
    MilestonePlan planned = OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD).first();
    return new ChangeCommand(
        now.hire().version(),
        HireTerms.of(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD)),
        List.of(
            new MilestonePlan(
                planned.key(),
                planned.name(),
                planned.description(),
                usdc(amount),
                null,
                planned.fund(),
                null,
                null,
                planned.openContract())));
  }

  @Test
  void aDecisionOnOtherTermsOrByWhoeverBeganTheHireIsRefused() {
    stage.start(OpenContractPlans.selfApprovalForbidden());
    ApprovalDocument asked = stage.awaitApproval(ApprovalKind.MILESTONE_FUND, "m1");

    Refusal other =
        stage.refusal(
            "decide-approval",
            "k1",
            new DecideApprovalCommand(asked.id(), true, "0".repeat(64), null),
            OpenContractStage.LEAD);
    assertThat(other.code()).isEqualTo("terms_changed");
    Refusal own =
        stage.refusal(
            "decide-approval",
            "k2",
            OpenContractStage.decision(asked, true),
            new CommandContext(null, "requester"));
    assertThat(own.code()).isEqualTo("self_approval");
    assertThat(stage.market.calls).isEmpty();

    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    Refusal late =
        stage.refusal(
            "decide-approval",
            "k3",
            OpenContractStage.decision(asked, false),
            OpenContractStage.LEAD);
    assertThat(late.code()).isNull();
  }

  @Test
  void aCommandAsksForTheDisputeOfADeliveryAndOfNothingElse() {
    stage.start(OpenContractPlans.one(OnSilence.LET_PAY, WorkerLost.HOLD));
    assertThat(stage.refusal("dispute", "k1", new MilestoneCommand("m1")).words()).contains("m1");
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.awaitApproval(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.market.votes = List.of("not met", "not met", "not met");

    stage.command("dispute", "k2", new MilestoneCommand("m1"));
    stage.confirm(ApprovalKind.MILESTONE_DISPUTE, "m1");
    stage.resolve(stage.awaitIncident(IncidentCause.NOTHING_MET), Resolution.SKIP);
    stage.finish();
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.REFUNDED);
  }

  @Test
  void theCancelButtonBeforeAnyContractCancelsTheHire() {
    stage.start(OpenContractPlans.two());
    stage.awaitApproval(ApprovalKind.MILESTONE_FUND, "m1");
    stage.stub().cancel();
    stage.until(() -> stage.journal.hire().status().closed());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(stage.market.calls).isEmpty();
    assertThat(stage.journal.approvals.values())
        .extracting(ApprovalDocument::status)
        .containsOnly(ApprovalStatus.SUPERSEDED);
  }

  @Test
  void theCancelButtonTakesBackAContractThatNobodyAccepted() {
    OpenContractScenes.cancelled(stage);

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("cancel")).isEqualTo(1);
    assertThat(stage.journal.ledger.values().stream().map(entry -> entry.amount()))
        .containsExactlyInAnyOrder(usdc("-20"), usdc("20"));
  }

  @Test
  void anEndWaitsForWhatCannotBeCalledBack() {
    stage.start(OpenContractPlans.two());
    stage.confirm(ApprovalKind.MILESTONE_FUND, "m1");
    stage.awaitApproval(ApprovalKind.MILESTONE_APPROVE, "m1");
    stage.command("end", "k1");
    assertThat(stage.journal.hire().status().closed()).isFalse();
    stage.finish();

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("create")).isEqualTo(1);
    assertThat(stage.market.count("cancel")).isZero();
  }
}
