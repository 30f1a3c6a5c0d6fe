package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * L2 and its brothers: an ask was carried out, and its answer was lost. It is asked again, which
 * names the approval; or what was decided meanwhile is found. It is never forgotten.
 */
class LostAnswerTest extends StoryTest {
  /** Everything that follows the first, lost attempt comes to nothing, too. */
  private static Story silence(Story s, String call) {
    return s.next(call, Fate.ANSWER_LOST)
        .every(call, Fate.NEVER_SENT)
        .every("approvals", Fate.NEVER_SENT);
  }

  @Test
  void anAskIsRepeatedAndFindsTheApprovalThatIsPending() {
    Story s = story(Plans.single()).next("hire", Fate.ANSWER_LOST).start();
    assertThat(s.status()).isEqualTo(HireStatus.REQUESTED);
    s.advance(Duration.ofSeconds(1));

    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    assertThat(s.approvals("hire")).hasSize(1);
    s.closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void anAskWithoutAnAnswerIsToldAfterTwoMinutesAndHealsByItself() {
    Story s = silence(story(Plans.single()), "hire").start().advance(Duration.ofMinutes(5));
    assertThat(s.incident(IncidentCause.MARKETPLACE_UNREACHABLE).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
    s.mend().closesAs(HireStatus.ENDED);

    assertThat(s.approvals("hire")).hasSize(1);
    assertThat(s.journal().incidents()).allMatch(incident -> incident.resolution() == null);
  }

  @Test
  void l2AnAbortedHireWaitsForTheAnswerAndThenForThePerson() {
    Story s = silence(story(Plans.single()), "hire").start().advance(Duration.ofMinutes(5));
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT).advanceHours(3);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.mend().advance(Duration.ofMinutes(30));
    assertThat(s.journal().approval(s.pending("hire").id()).pending()).isTrue();

    s.confirm("hire").confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void l2AnAbortedHireThatWasConfirmedMeanwhileIsUnwound() {
    Story s = silence(story(Plans.single()), "hire").start().advance(Duration.ofMinutes(5));
    s.deaf().confirm("hire").resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    s.mend().closesAs(HireStatus.ENDED);

    assertThat(s.contract().active()).isFalse();
    assertThat(s.approvals("hire")).hasSize(1);
    assertThat(s.journal().eventTypes()).containsSubsequence("contract.created", "contract.ended");
  }

  @Test
  void l2AnAbortedHireThatWasDeclinedMeanwhileClosesOnceThatIsFound() {
    Story s = silence(story(Plans.single()), "hire").start().advance(Duration.ofMinutes(5));
    s.deaf().decline("hire").resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.mend().advanceHours(1);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.approvals("hire")).as("nothing new was asked").hasSize(1);
  }

  @Test
  void l2AFundingWithoutAnAnswerIsNeitherSkippedNorForgottenByAnAbort() {
    Story s = silence(hired(Plans.canonical()), "fund").paid("m1").advance(Duration.ofMinutes(5));
    assertThat(s.incident(IncidentCause.MARKETPLACE_UNREACHABLE).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(s.refused(new Command.Drop("m2")).words()).contains("it is awaiting_funding");
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    s.closesAs(HireStatus.ENDED);

    assertThat(s.contract().active()).isFalse();
    assertThat(s.marketplace().ledger().of(s.contract().id()).escrow()).isZero();
  }

  @Test
  void l2AFundingWithoutAnAnswerThatWasConfirmedIsFound() {
    Story s = silence(hired(Plans.canonical()), "fund").paid("m1").deaf();
    s.confirm("fund m2").advance(Duration.ofMinutes(5)).mend().advance(Duration.ofMinutes(5));

    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.approvals("fund m2")).hasSize(1);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void aDeclinedAskThatMayHaveArrivedTwiceIsSkippedOnceTheOtherOneIsOver() {
    Story s = hired(Plans.canonical()).next("fund", Fate.ANSWER_LOST).paid("m1");
    s.advance(Duration.ofSeconds(1)).decline("fund m2").advance(Duration.ofMinutes(5));
    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);

    s.advanceDays(5);
    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.SKIP);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void l2AReleaseWithoutAnAnswerIsWatchedAlthoughTheHireWasAborted() {
    Story s = silence(hired(Plans.single()), "release").deliver("m1");
    s.advance(Duration.ofMinutes(5));
    assertThat(s.incident(IncidentCause.MARKETPLACE_UNREACHABLE).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.confirm("release m1").closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.journal().hire().money().paid()).hasToString("$450.00");
  }

  @Test
  void l2AnEndWithoutAnAnswerIsAskedAgainUntilThereIsOne() {
    Story s = silence(hired(Plans.single()), "end").command(new Command.End());
    s.advance(Duration.ofMinutes(5));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.MARKETPLACE_UNREACHABLE);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.mend().closesAs(HireStatus.ENDED);

    assertThat(s.approvals("end")).hasSize(1);
  }

  @Test
  void l2AnAbortOfTheEndItselfWaitsForTheAnswerAndThenForThePerson() {
    Story s = silence(hired(Plans.single()), "end").command(new Command.End());
    s.advance(Duration.ofMinutes(5));
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT).advanceHours(3);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.mend().advance(Duration.ofMinutes(30));
    assertThat(s.journal().approval(s.pending("end").id()).pending()).isTrue();

    s.confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.approvals("end")).hasSize(1);
  }

  @Test
  void l2AnAbortedEndThatIsNeverAnsweredIsLeftOnceNobodyCanConfirmItAnyMore() {
    Story s = hired(Plans.single()).next("end", Fate.ANSWER_LOST);
    s.refuse("end", IncidentCause.TOKEN_REJECTED).refuse("approvals", IncidentCause.TOKEN_REJECTED);
    s.deaf().command(new Command.End()).advance(Duration.ofMinutes(5));
    s.resolve(s.openIncidents().getFirst(), Resolution.ABORT).advanceDays(2);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.advanceDays(3);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void l2AnAbortedEndThatIsDeclinedLeavesTheContractAndCloses() {
    Story s = silence(hired(Plans.single()), "end").command(new Command.End());
    s.advance(Duration.ofMinutes(5));
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    s.mend().advance(Duration.ofMinutes(30)).decline("end");

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.contract().active()).isTrue();
    assertThat(s.approvals("end")).as("nothing new was asked").hasSize(1);
  }

  /** The marketplace lists no approvals: those that events named since are read and matched. */
  @Test
  void anAskThatWasDeclinedMeanwhileIsNotAskedAgainWithoutLeave() {
    Story s = story(Plans.single()).next("hire", Fate.ANSWER_LOST).deaf().start().decline("hire");
    s.advanceDays(2);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_DECLINED);
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.sent("approvals")).isEqualTo(1);
    assertThat(s.journal().approvals())
        .singleElement()
        .matches(approval -> approval.status() == ApprovalStatus.DECLINED);
  }

  @Test
  void aFundingThatWasDeclinedMeanwhileIsNotAskedAgainWithoutLeave() {
    Story s = hired(Plans.canonical()).next("fund", Fate.ANSWER_LOST).paid("m1").decline("fund m2");
    s.advanceDays(2);

    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).milestone()).isEqualTo("m2");
    assertThat(s.sent("fund")).isEqualTo(1);
  }

  @Test
  void anAskThatExpiredMeanwhileCountsAsOneOfThoseThatThePolicyAllows() {
    Story s = silence(story(Plans.single(Plans.onExpired(Plans.CLOSE_AT_ONCE))), "hire").start();
    s.advanceDays(4);
    s.marketplace().people().sweepExpired(s.now());
    s.mend().advanceHours(1);

    assertThat(s.status()).isEqualTo(HireStatus.EXPIRED);
    assertThat(s.approvals("hire")).hasSize(1);
  }

  @Test
  void whatEventsNameWhileTheAnswerIsAwaitedIsSearchedAtOnce() {
    Story s = silence(story(Plans.single()), "hire").start().advanceHours(5);
    s.mend().confirm("hire");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void otherTermsReplaceAnAskWithoutAnAnswer() {
    Story s = silence(story(Plans.single()), "hire").start().advance(Duration.ofMinutes(5));
    s.command(s.change(null, Plans.first("300.00"))).mend().advance(Duration.ofMinutes(30));

    assertThat(s.pending("hire").terms()).matches(terms -> terms.amountCents() == 30_000);
    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).hasToString("$300.00");
  }

  @Test
  void aPauseKeepsAnAskWithoutAnAnswerFromBeingRepeated() {
    Story s = silence(hired(Plans.canonical()), "fund").paid("m1").command(new Command.Pause());
    s.mend().advanceHours(2);
    assertThat(s.sent("fund")).isEqualTo(1);

    s.command(new Command.Resume()).advance(Duration.ofMinutes(20));
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
    assertThat(s.approvals("fund m2")).hasSize(1);
  }

  @Test
  void aRetryAsksAtOnce() {
    Story s = silence(story(Plans.single()), "hire").start().advanceHours(9).mend();
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.RETRY);

    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void aWorkerThatDiesWhileAnAskIsUnderWayLosesNothing() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start().workerDies();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.approvals("hire")).hasSize(1);
  }
}
