package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.FundRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A hire given up before its contract: watched until it is certain, unwound if it came about. The
 * Cancel button of the workflow service is the same command.
 */
class CancelTest extends StoryTest {
  private static final Command CANCEL = new Command.Cancel();

  @Test
  void aCancelledHireStandsGuardUntilItsApprovalIsFinal() {
    Story s = asked(Plans.single()).command(CANCEL);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.advanceHours(71);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);

    s.advanceHours(2);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.journal().approvals())
        .singleElement()
        .matches(approval -> approval.status() == ApprovalStatus.EXPIRED);
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.journal().eventTypes())
        .containsSubsequence(
            "hire.cancel_commanded", "hire.cancelling", "approval.expired", "hire.cancelled");
  }

  @Test
  void aDeclineClosesTheCancelledHireAtOnce() {
    Story s = asked(Plans.single()).command(CANCEL).decline("hire");

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    s.withoutIncidents();
  }

  @Test
  void aPersonWhoConfirmsAnywayMakesAContractThatIsUnwound() {
    Story s = asked(Plans.canonical()).command(CANCEL).advanceHours(5).confirm("hire");
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.sent("create")).isZero();
    assertThat(s.sent("fund")).isZero();
  }

  @Test
  void aDeclinedUnwindingLeavesTheContractActiveWithAnIncident() {
    Story s = asked(Plans.single()).command(CANCEL).confirm("hire").decline("end").advanceDays(2);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_DECLINED);
    assertThat(s.contract().active()).isTrue();
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.FUNDED);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aCancelWhileTheHireIsBeingAskedForForgetsNoApproval() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start().command(CANCEL);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.release("hire");
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);

    s.advanceHours(5).closesAs(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aCancelUnderAnObstacleStopsTheAsk() {
    Story s = story(Plans.single());
    s.account().tokenAccepted(false);
    s.start();
    assertThat(s.openIncidents()).containsExactly(IncidentCause.TOKEN_REJECTED);
    s.command(CANCEL);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.marketplace().approvals()).isEmpty();
  }

  @Test
  void aCancelBeforeAnythingWasAskedClosesAtOnce() {
    Story s = story(Plans.single()).command(CANCEL);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.sent("hire")).isZero();
  }

  @Test
  void aCancelOfADeclinedHireClosesItAtOnce() {
    Story s = asked(Plans.single()).decline("hire").command(CANCEL);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void whileCancellingNothingIsAddedPausedDroppedOrCancelledAgain() {
    Story s = asked(Plans.canonical()).command("k", CANCEL);

    assertThat(s.refused(CANCEL).words())
        .isEqualTo("The hire cannot be cancelled now: the hire is cancelling.");
    assertThat(s.refused(new Command.Pause()).words()).contains("cancelling");
    assertThat(s.refused(new Command.Drop("m2")).words()).contains("the hire is cancelling");
    assertThat(
            s.refused(new Command.AddMilestone(Plans.milestone("m4", "1", FundRule.atStart())))
                .words())
        .contains("cancelling");
    s.command("k", CANCEL);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
  }

  @Test
  void withAContractTheHireIsEndedNotCancelled() {
    assertThat(hired(Plans.single()).refused(CANCEL).words())
        .isEqualTo("The hire cannot be cancelled now: it has a contract; end it instead.");
  }

  @Test
  void aCancelledHireThatPeopleMadeInTheAppIsUnwound() {
    Story s = asked(Plans.single()).command(CANCEL).hireInApp("450.00");
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
    s.withoutIncidents();
  }

  @Test
  void aHireMadeInTheAppThatReplacedOurRequestIsAdopted() {
    Story s = asked(Plans.single()).deaf().hireInApp("450.00").hearing();
    s.confirmationIsTold(s.approvals("hire").getFirst().id());
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aHireMadeInTheAppIsAdoptedThoughThePolicyClosesAfterADecline() {
    Story s = asked(Plans.single(Plans.onDeclined(Plans.CLOSE_AT_ONCE)));
    s.endpoints().status(s.pending("hire").id(), "declined");
    s.hireInApp("450.00").closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void anAbortLooksOnceMoreBeforeTheHireIsClosed() {
    Story s = asked(Plans.single());
    s.askedByOthers();
    s.deaf().hireInApp("450.00").resolve(IncidentCause.APPROVAL_SUPERSEDED, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);

    s.closesAs(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
  }

  @Test
  void aRequestThatSomebodyElseReplacedStillNeedsAPerson() {
    Story s = asked(Plans.single());
    s.askedByOthers();
    s.resolve(IncidentCause.APPROVAL_SUPERSEDED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.marketplace().contracts()).isEmpty();
  }

  @Test
  void anAbortWithTheApprovalPendingStandsGuardOverIt() {
    Story s =
        asked(Plans.single()).refuse("approval", IncidentCause.TOKEN_REJECTED).decline("hire");
    s.resolve(IncidentCause.TOKEN_REJECTED, Resolution.ABORT).advanceHours(1);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);

    s.mend().advanceHours(1);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aHireConfirmedAfterTheAbortIsAdoptedAndEnded() {
    Story s = asked(Plans.single()).refuse("approval", IncidentCause.TOKEN_REJECTED);
    s.confirmationIsTold(s.pending("hire").id());
    s.resolve(IncidentCause.TOKEN_REJECTED, Resolution.ABORT).mend().confirm("hire");
    s.closesAs(HireStatus.ENDED);

    assertThat(s.sent("release")).isZero();
    assertThat(s.journal().eventTypes())
        .containsSubsequence("hire.cancelling", "contract.created", "contract.ended");
  }

  /** A second abort says to let be what may come of it. */
  @Test
  void anAbortOfWhatIsGivenUpAlreadyClosesTheHireAndSaysWhatMayTurnUp() {
    Story s = story(Plans.single()).next("hire", Fate.ANSWER_LOST).every("hire", Fate.NEVER_SENT);
    s.start().command(CANCEL).advance(Duration.ofMinutes(5));
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    assertThat(s.status()).as("an attempt may be under way").isEqualTo(HireStatus.CANCELLING);

    s.advance(Duration.ofMinutes(3));
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.journal().event("hire.request_unanswered").summary())
        .contains("Should an approval of it turn up, decline it");
  }
}
