package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People do in the app what they like; every step finds its goal reached, or says so. */
class BehindOurBackTest extends StoryTest {
  @Test
  void aProposalHiredInTheAppIsAdopted() {
    Story s = story(Plans.canonical()).deaf().hireInApp("450.00").hearing();
    s.start().closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().contractId()).isEqualTo(s.contract().id());
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.sent("create")).isEqualTo(2);
  }

  @Test
  void aProposalHiredInTheAppWhileOurApprovalIsPendingIsAdopted() {
    Story s = asked(Plans.single()).hireInApp("430.00");
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().milestone("m1").amount()).isEqualTo(Money.usd("430.00"));
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aMilestoneFundedInTheAppIsNotAskedForTwice() {
    Story s = hired(Plans.canonical()).paid("m1").fundInApp("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);

    s.closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void aMilestoneFundedInTheAppBeforeItsAskIsNotAskedForAtAll() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.HELD).deliver("m1").deaf();
    String release = s.pending("release m1").id();
    s.confirm("release m1").confirmationIsTold(release).fundInApp("m2").release("create m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.approvals("fund m2")).as("the marketplace's state was the answer").isEmpty();
    s.closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void aMilestonePaidInTheAppIsAdopted() {
    Story s = hired(Plans.single()).payInApp("m1");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("release")).isZero();
  }

  @Test
  void aMilestoneCancelledInTheAppNeedsAPersonBeforeTheHireGoesOn() {
    Story s = hired(Plans.canonical()).cancelInApp("m1").advanceDays(2);

    IncidentDocument gone = s.incident(IncidentCause.MILESTONE_GONE);
    assertThat(gone.actions()).containsExactly(Resolution.SKIP, Resolution.ABORT);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.CANCELLED);
    assertThat(s.sent("create")).isZero();
    assertThat(s.sent("end")).isZero();

    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
    s.closesAs(HireStatus.ENDED);
  }

  @Test
  void anAbortAfterACancelledMilestoneEndsTheContract() {
    Story s = hired(Plans.canonical()).cancelInApp("m1");
    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  /** A look may be old: only the second one without it counts, unless the marketplace says so. */
  @Test
  void aMilestoneThatOneLookDoesNotShowIsNotGoneYet() {
    Story s = hired(Plans.single()).deaf().cancelInApp("m1").hearing();
    s.notified(Notification.contractChanged(s.contract().id()));
    assertThat(s.openIncidents()).isEmpty();

    s.advance(Duration.ofSeconds(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_GONE);
  }

  @Test
  void aMilestoneCancelledWhileItsFundingWaitsForAPersonIsRaisedAtOnce() {
    Story s = hired(Plans.canonical()).paid("m1");
    String funding = s.pending("fund m2").id();
    s.cancelInApp("m2");

    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_GONE);
    assertThat(s.journal().approval(funding).status())
        .as("so the marketplace calls what was overtaken")
        .isEqualTo(ApprovalStatus.EXPIRED);
    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP).closesAs(HireStatus.ENDED);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aContractEndedInTheAppIsFoundByTheNextLook() {
    Story s = hired(Plans.single()).deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.CANCELLED);
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("0.00"));
  }

  @Test
  void aContractEndedInTheAppDuringAnApprovalIsFound() {
    Story s = hired(Plans.canonical()).paid("m1").endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().approvals()).noneMatch(approval -> approval.pending());
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void aContractEndedInTheAppIsFoundWhenOnlyTheEndCommandIsAwaited() {
    Story s = hired(Plans.single(Plans.end(EndRule.ON_REQUEST))).paid("m1").advanceHours(1);
    s.endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }

  @Test
  void aContractReadableLaterThanItsApprovalIsAwaited() {
    Story s = asked(Plans.canonical()).advance(Duration.ofMinutes(1)).contractsStandStill();
    s.confirm("hire").advance(Duration.ofSeconds(3)).contractsMoveAgain();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("create")).isEqualTo(2);
  }

  @Test
  void aContractThatNeverShowsWhatWasConfirmedNeedsAPersonAndHealsByItself() {
    Story s = asked(Plans.canonical()).contractsStandStill().confirm("hire").advanceHours(1);
    assertThat(s.incident(IncidentCause.NOT_FOUND).actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);
    assertThat(s.asked()).isEqualTo(1);

    s.contractsMoveAgain().closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).allMatch(incident -> incident.resolution() == null);
  }

  @Test
  void retryLooksAtOnceForWhatWasConfirmed() {
    Story s = asked(Plans.canonical()).contractsStandStill().confirm("hire").advanceDays(1);
    long looks = s.sent("contract");
    s.contractsMoveAgain().resolve(IncidentCause.NOT_FOUND, Resolution.RETRY);

    assertThat(s.sent("contract")).isEqualTo(looks + 1);
    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void aMilestoneJustCreatedIsNotGoneWhenTheContractShowsItLater() {
    Story s = hired(Plans.canonical()).deliver("m1").contractsStandStill();
    s.confirm("release m1").advance(Duration.ofSeconds(5)).contractsMoveAgain();
    s.advance(Duration.ofSeconds(10)).contractsStandStill();
    s.notified(Notification.contractChanged(s.contract().id())).advance(Duration.ofSeconds(10));
    s.contractsMoveAgain().closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void aContractOutOfSightIsSeenAgainByItself() {
    Story s = hired(Plans.single());
    s.endpoints().hide(s.contract().id());
    s.notified(Notification.contractChanged(s.contract().id())).advanceDays(2);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.NOT_FOUND);

    s.endpoints().show(s.contract().id());
    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> !incident.open() && incident.resolution() == null);
  }
}
