package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Notifications only say where to look; what counts is what is read. */
class NotificationsTest extends StoryTest {
  @Test
  void aSilentConfirmationIsFoundAtTheNextTick() {
    Story s = asked(Plans.single()).deaf().advanceHours(1).confirm("hire");
    s.advance(Duration.ofHours(11).minusSeconds(1));
    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);

    s.advance(Duration.ofSeconds(1));
    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aSilentConfirmationThatTheSweepFindsIsReadAtOnce() {
    Story s = asked(Plans.single()).deaf().advanceHours(1).confirm("hire");
    s.observed(new OpenTrainObservation.Notified(Notification.contractChanged(s.contract().id())));

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().approval("apr_1").status()).isEqualTo(ApprovalStatus.CONFIRMED);
  }

  @Test
  void aNotificationThatComesBeforeTheAnswerToTheAskIsKept() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start().contractsStandStill();
    String asked = s.pending("hire").id();
    s.deaf().confirm("hire").confirmationIsTold(asked);
    assertThat(s.status()).isEqualTo(HireStatus.REQUESTED);
    s.contractsMoveAgain().release("hire");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.sent("approval")).isEqualTo(1);
  }

  /** The answer to an ask may take a while, and the marketplace's events do not wait for it. */
  @Test
  void theContractIsSeenEvenBeforeTheAnswerToTheAsk() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start().confirm("hire");
    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);

    s.release("hire").closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.journal().approval("apr_1").status()).isEqualTo(ApprovalStatus.CONFIRMED);
  }

  @Test
  void aNotificationThatComesBeforeAnythingWasAskedIsKept() {
    Story s = story(Plans.single()).deaf().next("hire", Fate.HELD).confirmationIsTold("apr_1");
    assertThat(s.pending("hire").id()).isEqualTo("apr_1");
    s.confirm("hire").release("hire");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.sent("approval")).as("read at once").isEqualTo(1);
  }

  @Test
  void theApprovalsOfAllStepsMayBeNamedBeforeTheirAnswers() {
    Story s = story(Plans.canonical());
    s.next("hire", Fate.HELD).start().confirm("hire").release("hire");
    s.next("release", Fate.HELD).deliver("m1").confirm("release m1").release("release m1");
    s.next("fund", Fate.HELD).next("create", Fate.HELD);
    s.advance(Duration.ofMinutes(1));
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);

    s.confirm("fund m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void aForgedNotificationChangesNothing() {
    Story s = asked(Plans.single());
    s.confirmationIsTold(s.pending("hire").id()).confirmationIsTold("apr_of_nobody");
    s.advanceHours(1);

    assertThat(s.sent("approval")).isEqualTo(1);
    assertThat(s.journal().eventTypes()).containsExactly("hire.requested", "approval.requested");
    assertThat(s.asked()).isEqualTo(1);
  }

  @Test
  void betweenAnAskAndItsDeadlineThereAreThreeTicks() {
    Story s = asked(Plans.single()).advanceHours(71);

    assertThat(s.sent("approval")).isEqualTo(3);
  }

  @Test
  void aNotificationThatComesTwiceOrMuchLaterReadsNothingMore() {
    Story s = hired(Plans.single());
    String hire = s.approvals("hire").getFirst().id();
    long reads = s.reads();
    s.confirmationIsTold(hire).confirmationIsTold(hire).advanceHours(1).confirmationIsTold(hire);

    assertThat(s.reads()).isEqualTo(reads);
  }

  @Test
  void newsOfWhatWasAskedForReadsNothingMoreThanItsApproval() {
    Story s = hired(Plans.canonical()).paid("m1");
    long reads = s.reads();
    milestone(s, "m2", "NOT_FUNDED").advanceHours(1);
    milestone(s, "m1", "PAID").advanceHours(1);
    assertThat(s.reads()).isEqualTo(reads);

    milestone(s, "m2", "ACTIVE_FUNDED").advanceHours(1);
    assertThat(s.reads()).isEqualTo(reads + 1);
  }

  @Test
  void eventsOfTheConfirmedHireReadItsApprovalOnce() {
    Story s = asked(Plans.single()).confirm("hire");

    assertThat(s.marketplace().events()).hasSizeGreaterThan(2);
    assertThat(s.reads()).isEqualTo(1);
  }

  @Test
  void anApprovalOutOfSightWhoseGoalIsReachedIsAdopted() {
    Story s = hired(Plans.canonical()).paid("m1").deaf();
    SimulatedApproval funding = s.pending("fund m2");
    s.confirm("fund m2").endpoints().hide(funding.id());
    s.hearing().closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().approval(funding.id()).status()).isEqualTo(ApprovalStatus.LOST_SIGHT);
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void anApprovalOutOfSightWhoseGoalIsNotReachedNeedsAPerson() {
    Story s = hired(Plans.canonical()).paid("m1");
    String funding = s.pending("fund m2").id();
    s.endpoints().hide(funding);
    s.confirmationIsTold(funding);
    assertThat(s.incident(IncidentCause.APPROVAL_LOST).actions())
        .as("a person may still confirm it")
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);
    s.advanceDays(4);
    assertThat(s.sent("fund")).isEqualTo(1);
    assertThat(s.incident(IncidentCause.APPROVAL_LOST).actions())
        .as("its window is over")
        .contains(Resolution.SKIP);

    s.resolve(IncidentCause.APPROVAL_LOST, Resolution.RETRY);
    assertThat(s.sent("fund")).isEqualTo(2);
  }

  @Test
  void aHireOutOfSightIsFoundByItsProposal() {
    Story s = asked(Plans.single()).deaf().advance(Duration.ofMinutes(1));
    s.endpoints().hide(s.pending("hire").id());
    s.confirm("hire").hearing().closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("hire")).isEqualTo(1);
  }

  /** An event on the job that names neither approval nor contract may be of a hire in the app. */
  @Test
  void newsOfTheProposalIsLookedAfter() {
    Story s = asked(Plans.single());
    s.notified(
        new Notification("proposal.status_changed", null, null, null, Story.PROPOSAL, "HIRED"));

    assertThat(s.sent("contract")).isEqualTo(1);
    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
  }

  private static Story milestone(Story s, String key, String status) {
    return s.notified(
        new Notification(
            "milestone.status_changed", null, s.milestoneId(key), s.contract().id(), null, status));
  }
}
