package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People do in the app what they like; every step finds its goal reached, or says so. */
class BehindOurBackTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aProposalHiredInTheAppIsAdopted() {
    stage.market.world.hire("Batch m1", Money.usd("450.00"));
    stage.market.world.deliver("mst_1");
    stage.run(Plans.canonical());

    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.hire().contractId()).isEqualTo(FakeWorld.CONTRACT);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
    assertThat(stage.market.count("create-milestone")).isEqualTo(2);
  }

  @Test
  void aMilestoneFundedInTheAppIsNotAskedForTwice() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.market.world.status("mst_2", "ACTIVE_FUNDED");
    stage.market.world.deliver("mst_2");

    stage.until("m2", MilestoneState.PAID);
    assertThat(stage.market.count("request-funding mst_2")).isLessThanOrEqualTo(2);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void aMilestonePaidInTheAppIsAdopted() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.status("mst_1", "PAID");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(stage.market.count("request-release")).isZero();
  }

  @Test
  void aMilestoneCancelledInTheAppNeedsAPersonBeforeTheHireGoesOn() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.cancel("mst_1");

    IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_GONE);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.journal.milestone("m1").state()).isEqualTo(MilestoneState.CANCELLED);
    assertThat(stage.market.count("create-milestone")).isZero();
    assertThat(stage.market.count("request-end")).isZero();

    assertThat(incident.actions()).containsExactly(Resolution.SKIP, Resolution.ABORT);
    stage.resolve(incident, Resolution.SKIP);
    stage.until("m2", MilestoneState.FUNDED);
  }

  @Test
  void anAbortAfterACancelledMilestoneEndsTheContract() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.cancel("mst_1");

    stage.resolve(stage.awaitIncident(IncidentCause.MILESTONE_GONE), Resolution.ABORT);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).hasSize(1);
  }

  @Test
  void aContractEndedInTheAppIsFoundByTheNextLook() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }

  @Test
  void aContractEndedInTheAppDuringAnApprovalIsFound() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until("m2", MilestoneState.AWAITING_FUNDING);
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.approvals.values())
        .noneMatch(approval -> approval.status() == ApprovalStatus.PENDING);
    assertThat(stage.journal.milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void aContractEndedInTheAppIsFoundWhenOnlyTheEndCommandIsAwaited() {
    stage.start(Plans.single(Plans.end(EndRule.ON_REQUEST), null));
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofHours(1));
    stage.market.world.end();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isZero();
  }

  @Test
  void aContractReadableLaterThanItsApprovalIsAwaited() {
    stage.market.script.on(
        ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ofMinutes(1)));
    stage.start(Plans.canonical());
    stage.market.world.late(3);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
    assertThat(stage.market.count("create-milestone")).isEqualTo(2);
  }

  @Test
  void aContractThatNeverShowsWhatWasConfirmedNeedsAPerson() {
    stage.start(Plans.canonical());
    stage.market.world.late(1000);

    IncidentDocument incident = stage.awaitIncident(IncidentCause.NOT_FOUND);
    assertThat(stage.market.count("request-")).isEqualTo(1);
    assertThat(stage.market.count("create-milestone")).isZero();

    stage.market.world.late(0);
    stage.resolve(incident, Resolution.RETRY);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aMilestoneJustCreatedIsNotGoneWhenTheContractShowsItLater() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_FUND, Decision.confirmAfter(Duration.ofMinutes(10)));
    stage.start(Plans.canonical());
    stage.until("m1", MilestoneState.PAID);
    stage.market.world.late(2);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void aForeignMilestoneIsShownButNeverTouched() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.addForeign(Money.usd("70.00"));
    stage.market.world.deliver("mst_1");
    stage.market.ringContract();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    MilestoneDocument foreign = stage.journal.milestone("foreign-mst_2");
    assertThat(foreign.foreign()).isTrue();
    assertThat(foreign.amount()).isEqualTo(Money.usd("70.00"));
    assertThat(stage.market.calls).noneMatch(call -> call.contains("mst_2"));
  }

  @Test
  void aMilestoneMadeFromACopyOfOursIsForeignTagAndAll() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.overlapping());
    stage.until("m2", MilestoneState.FUNDED);
    stage.until("m3", MilestoneState.FUNDED);
    String ours = Objects.requireNonNull(stage.journal.milestone("m2").milestoneId());
    String copy = stage.market.world.copy(ours, Money.usd("900.00")).id();
    stage.market.ringContract();
    stage.until(() -> stage.journal.milestones.containsKey("foreign-" + copy));
    stage.market.world.status(copy, "ACTIVE_FUNDED");
    stage.market.ringContract();
    stage.until("foreign-" + copy, MilestoneState.FUNDED);

    assertThat(stage.journal.milestone("m2").milestoneId()).isEqualTo(ours);
    assertThat(stage.journal.milestone("m2").amount()).isEqualTo(Money.usd("250.00"));
    assertThat(stage.market.calls).noneMatch(call -> call.contains(copy));
    assertThat(stage.journal.eventTypes()).doesNotContain("milestone.edited");
  }

  @Test
  void aForeignMilestoneInEscrowBlocksTheAutomaticEndUntilItIsPaid() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    String foreign = stage.market.world.addForeign(Money.usd("70.00")).id();
    stage.market.world.status(foreign, "ACTIVE_FUNDED");
    stage.market.world.deliver("mst_1");
    stage.market.ringContract();
    stage.until("m1", MilestoneState.PAID);
    stage.pass(Duration.ofDays(2));
    assertThat(stage.market.count("request-end")).isZero();

    stage.market.world.status(foreign, "PAID");
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("request-end")).isEqualTo(1);
  }

  @Test
  void aMilestoneCancelledWhileItsFundingWaitsForAPersonIsRaisedAtOnce() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    stage.market.world.cancel("mst_2");
    stage.market.ringMilestone("mst_2", "CANCELLED");

    stage.awaitIncident(IncidentCause.MILESTONE_GONE);
    assertThat(stage.journal.approval("apr_3").status()).isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(stage.market.count("read-approval apr_3")).isEqualTo(1);
  }

  @Test
  void ringsOfWhatWasAskedForReadItsApprovalAlone() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.journal.approvals.containsKey("apr_3"));
    long reads = stage.market.count("read-contract");
    stage.market.ringMilestone("mst_2", "NOT_FUNDED");
    stage.market.ringMilestone("mst_2", "ACTIVE_FUNDED");
    stage.market.ringMilestone("mst_1", "PAID");
    stage.pass(Duration.ofHours(1));

    assertThat(stage.market.count("read-contract")).isEqualTo(reads);
    assertThat(stage.market.count("read-approval apr_3")).isEqualTo(1);
  }

  @Test
  void aContractOutOfSightIsSeenAgainByItself() {
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.market.world.hide(FakeWorld.CONTRACT);
    stage.market.ringContract();
    stage.awaitIncident(IncidentCause.NOT_FOUND);
    stage.pass(Duration.ofDays(2));
    stage.market.world.show(FakeWorld.CONTRACT);
    stage.market.world.deliver("mst_1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.incidents.values())
        .singleElement()
        .matches(incident -> !incident.open() && incident.resolution() == null);
  }
}
