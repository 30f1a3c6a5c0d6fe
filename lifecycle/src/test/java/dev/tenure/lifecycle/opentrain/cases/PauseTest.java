package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.EndRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A pause: nothing new is asked of people, and what they were asked already goes on. */
class PauseTest extends StoryTest {
  private static final Command PAUSE = new Command.Pause();
  private static final Command RESUME = new Command.Resume();

  @Test
  void aPausedHireAsksNothingNewUntilItGoesOn() {
    Story s = hired(Plans.canonical()).deliver("m1").command(PAUSE);
    assertThat(s.journal().hire().paused()).isTrue();
    s.confirm("release m1").advanceDays(5);
    assertThat(s.state("m1")).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("create")).isZero();
    assertThat(s.marketplace().approvals()).hasSize(2);

    s.command(RESUME).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().paused()).isFalse();
    assertThat(s.journal().eventTypes()).containsOnlyOnce("hire.paused", "hire.resumed");
  }

  @Test
  void aPauseBeforeTheFirstAskHoldsTheHireItself() {
    Story s = story(Plans.single()).command(PAUSE).advanceDays(1);
    assertThat(s.sent("hire")).isZero();

    s.command(RESUME).closesAs(HireStatus.ENDED);
  }

  @Test
  void aRetryDuringAPauseAsksAfterIt() {
    Story s = asked(Plans.single()).decline("hire").command(PAUSE);
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).advanceDays(1);
    assertThat(s.sent("hire")).isEqualTo(1);

    s.command(RESUME).closesAs(HireStatus.ENDED);
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  @Test
  void anAskInFlightIsRememberedAndWatchedInSpiteOfThePause() {
    Story s = hired(Plans.canonical()).next("fund m2", Fate.HELD).paid("m1").command(PAUSE);
    s.release("fund m2").advanceHours(2).confirm("fund m2").deliver("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.DELIVERED);
    assertThat(s.journal().approval(s.approvals("fund m2").getFirst().id()).status())
        .isEqualTo(ApprovalStatus.CONFIRMED);
    s.advanceDays(2);
    assertThat(s.sent("release m2")).isZero();

    s.command(RESUME).closesAs(HireStatus.ENDED);
  }

  @Test
  void anAskThatAnObstacleHoldsIsNotTriedDuringThePause() {
    Story s = hired(Plans.canonical()).refuse("fund", IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.paid("m1").command(PAUSE);
    long tried = s.sent("fund");
    s.advanceHours(2);
    assertThat(s.sent("fund")).isEqualTo(tried);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.CREATED);
    assertThat(s.journal().incidents()).singleElement().matches(IncidentDocument::open);

    s.command(RESUME).advanceHours(1);
    assertThat(s.sent("fund")).isGreaterThan(tried + 1);
    s.mend().closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void anExpiredApprovalIsAskedForAgainOnlyAfterThePause() {
    Story s = asked(Plans.single()).command(PAUSE).advanceDays(4);
    assertThat(s.journal().approvals())
        .singleElement()
        .matches(approval -> approval.status() == ApprovalStatus.EXPIRED);
    assertThat(s.sent("hire")).isEqualTo(1);

    s.command(RESUME).closesAs(HireStatus.ENDED);
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  @Test
  void theEndIsNeverHeldBackByAPause() {
    Story s = hired(Plans.single()).command(PAUSE).command(new Command.End()).confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void theEndThatComesByItselfWaitsForTheHireToGoOn() {
    Story s = hired(Plans.single()).deliver("m1").command(PAUSE).confirm("release m1");
    s.advanceDays(2);
    assertThat(s.sent("end")).isZero();

    s.command(RESUME);
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aPausedHireStillSeesItsContractEndInTheApp() {
    Story s = hired(Plans.canonical()).deliver("m1").command(PAUSE).confirm("release m1");
    s.deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }

  @Test
  void aPausedHireSeesDeliveredWorkPaidInTheApp() {
    Story s = hired(Plans.single(Plans.end(EndRule.ON_REQUEST))).command(PAUSE).deliver("m1");
    assertThat(s.state("m1")).isEqualTo(MilestoneState.DELIVERED);
    s.payInApp("m1");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("release")).isZero();
  }

  @Test
  void aMilestoneCancelledInTheAppIsRaisedInSpiteOfThePause() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.DELAYED).paid("m1").command(PAUSE);
    s.release("create m2").cancelInApp("m2");

    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_GONE);
  }

  @Test
  void whatAPausedHireForbidsIsRefusedInWords() {
    Story s = hired(Plans.single());
    assertThat(s.refused(RESUME).words())
        .isEqualTo("There is nothing to resume: the hire is active.");
    s.command(PAUSE);

    assertThat(s.refused(PAUSE).words())
        .isEqualTo("The hire cannot be paused now: the hire is paused.");
    Rejection release = s.refused(new Command.Release("m1"));
    assertThat(release.words())
        .isEqualTo("Milestone m1 cannot be released now: the hire is paused.");
    assertThat(release.allowedActions()).anyMatch(a -> a.action() == ActionKind.RESUME);
  }

  @Test
  void anAbortLiftsThePauseAndAsksForTheEnd() {
    Story s = hired(Plans.canonical()).refuse("fund", IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.paid("m1").command(PAUSE).advance(Duration.ofMinutes(20));
    s.resolve(IncidentCause.PAYMENT_METHOD_REQUIRED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().hire().paused()).isFalse();
    assertThat(s.sent("end")).isEqualTo(1);
  }

  @Test
  void anAbortBeforeTheContractLiftsThePauseAndClosesTheHire() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.PAYMENT_METHOD_REQUIRED).start();
    s.command(PAUSE).advance(Duration.ofMinutes(20));
    s.resolve(IncidentCause.PAYMENT_METHOD_REQUIRED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void aContractEndedInTheAppIsSeenWhileAPauseHoldsACommandedRelease() {
    Story s = hired(Plans.single()).refuse("release", IncidentCause.TOKEN_REJECTED);
    s.command(new Command.Release("m1")).command(PAUSE).advance(Duration.ofMinutes(20));
    s.deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }
}
