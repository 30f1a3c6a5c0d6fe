package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An approval out of sight was not declined: it may be decided, and it may come back. */
class LostSightTest extends StoryTest {
  private Story lost() {
    Story s = asked(Plans.single());
    s.account().ownerToken(false).rotateToken();
    return s.confirmationIsTold(s.pending("hire").id());
  }

  @Test
  void aRotatedTokenLosesSightOfTheApprovalAndAPersonIsTold() {
    Story s = lost();

    assertThat(s.incident(IncidentCause.APPROVAL_LOST).actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);
    assertThat(s.journal().approvals())
        .singleElement()
        .matches(approval -> approval.status() == ApprovalStatus.LOST_SIGHT);
    s.advanceDays(5);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  /** L1: the looks go on, and every notification is heeded. */
  @Test
  void l1AnApprovalThatIsInSightAgainAndConfirmedIsFoundByItself() {
    Story s = lost();
    s.account().ownerToken(true);
    s.deaf().confirm("hire").advance(Duration.ofMinutes(15));

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
    s.hearing().closesAs(HireStatus.ENDED);
  }

  @Test
  void l1AContractOfAnApprovalThatStaysOutOfSightIsFoundByItself() {
    Story s = lost().deaf().confirm("hire").advance(Duration.ofMinutes(15));

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void l1AnyNotificationOfApprovalProposalOrJobFindsTheContractAtOnce() {
    for (Notification told :
        new Notification[] {
          new Notification("approval.confirmed", "apr_1", null, null, null, "confirmed"),
          new Notification("proposal.status_changed", null, null, null, Story.PROPOSAL, "HIRED"),
          new Notification("job.status_changed", null, null, null, null, "CLOSED")
        }) {
      Story s = lost().deaf().confirm("hire").notified(told);

      assertThat(s.state("m1")).as(told.type()).isEqualTo(MilestoneState.FUNDED);
      assertThat(s.openIncidents()).isEmpty();
    }
  }

  @Test
  void looksForALostApprovalEndWithItsWindow() {
    Story s = lost().advanceDays(4);
    long reads = s.sent("approval");
    s.advanceDays(4);

    assertThat(s.sent("approval")).isEqualTo(reads);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_LOST);
  }

  @Test
  void retryFindsTheApprovalThatIsStillPending() {
    Story s = lost().resolve(IncidentCause.APPROVAL_LOST, Resolution.RETRY);

    assertThat(s.approvals("hire")).as("the same terms name the pending one").hasSize(1);
    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    s.closesAs(HireStatus.ENDED);
  }

  @Test
  void aLostHireThatIsGivenUpIsGuardedUntilItsWindowIsOverAndLookedAfter() {
    Story s = lost().resolve(IncidentCause.APPROVAL_LOST, Resolution.ABORT);
    s.advanceHours(71);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.advanceHours(2);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void aLostHireThatIsGivenUpAndConfirmedInTheLastMinuteIsUnwound() {
    Story s = lost().command(new Command.Cancel()).deaf();
    s.advance(Duration.ofDays(3).minusMinutes(1)).confirm("hire").advanceHours(1);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);

    s.closesAs(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
  }

  @Test
  void aLostReleaseIsSettledByWhatTheContractShows() {
    Story s = hired(Plans.single()).deliver("m1");
    String release = s.pending("release m1").id();
    s.endpoints().hide(release);
    s.confirmationIsTold(release);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_LOST);
    s.confirm("release m1");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("release")).isEqualTo(1);
  }

  @Test
  void aLostEndIsSettledByWhatTheContractShows() {
    Story s = hired(Plans.single()).command(new Command.End());
    String end = s.pending("end").id();
    s.endpoints().hide(end);
    s.confirmationIsTold(end).deaf().confirm("end").hearing().sweep();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }
}
