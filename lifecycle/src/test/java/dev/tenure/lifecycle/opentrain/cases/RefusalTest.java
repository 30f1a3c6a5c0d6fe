package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A no stays a no until policy or a person says otherwise. */
class RefusalTest extends StoryTest {
  @Test
  void aDeclinedHireHoldsAndIsNotAskedAgain() {
    Story s = asked(Plans.single()).decline("hire").advanceDays(10);

    IncidentDocument declined = s.incident(IncidentCause.APPROVAL_DECLINED);
    assertThat(declined.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(declined.milestone()).isEqualTo("m1");
    assertThat(declined.fixUrl()).isEqualTo(s.approvals("hire").getFirst().snapshot().url());
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.journal().eventTypes())
        .containsExactly(
            "hire.requested", "approval.requested", "approval.declined", "incident.opened");
  }

  @Test
  void retryAsksForTheDeclinedHireOnceMore() {
    Story s = asked(Plans.single()).decline("hire");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);

    assertThat(s.sent("hire")).isEqualTo(2);
    assertThat(s.journal().approval(s.pending("hire").id()).attempt()).isEqualTo(2);
    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
    assertThat(s.journal().incidents().getFirst().resolution()).isEqualTo(Resolution.RETRY);
  }

  @Test
  void aRetryIsLeaveForOneAskAlone() {
    Story s = asked(Plans.single()).decline("hire");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).decline("hire").advanceDays(5);

    assertThat(s.sent("hire")).isEqualTo(2);
    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).id())
        .as("an occurrence of its own")
        .isNotEqualTo(s.journal().incidents().getFirst().id());
  }

  @Test
  void abortClosesTheDeclinedHireAsCancelled() {
    Story s = asked(Plans.single()).decline("hire");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void thenCloseEndsTheDeclinedHireWithoutAnybody() {
    Story s = asked(Plans.canonical(Plans.onDeclined(Plans.CLOSE_AT_ONCE))).decline("hire");

    assertThat(s.status()).isEqualTo(HireStatus.DECLINED);
    assertThat(s.sent("hire")).isEqualTo(1);
    s.withoutIncidents();
  }

  @Test
  void aDeclinedHireIsAskedAgainAsOftenAsThePolicySays() {
    Story s = asked(Plans.canonical(Plans.onDeclined(new RefusalPolicy(2, Then.CLOSE))));
    s.decline("hire").decline("hire");
    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    s.decline("hire");

    assertThat(s.status()).isEqualTo(HireStatus.DECLINED);
    assertThat(s.sent("hire")).isEqualTo(3);
  }

  @Test
  void aDeclinedFundingHoldsThatMilestoneAlone() {
    Story s = hired(Plans.canonical()).paid("m1").decline("fund m2").advanceDays(5);

    IncidentDocument declined = s.incident(IncidentCause.APPROVAL_DECLINED);
    assertThat(declined.milestone()).isEqualTo("m2");
    assertThat(s.sent("fund")).isEqualTo(1);
    assertThat(s.status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.CREATED);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.sent("fund")).isEqualTo(3);
  }

  @Test
  void oneMilestoneThatIsHeldHoldsUpNoOther() {
    Story s = hired(Plans.overlapping()).decline("fund m2").confirm("fund m3").paid("m1");
    s.paid("m3");

    assertThat(s.state("m3")).isEqualTo(MilestoneState.PAID);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_DECLINED);
    assertThat(s.sent("end")).isZero();
  }

  @Test
  void abortOfADeclinedFundingEndsTheContract() {
    Story s = hired(Plans.canonical()).paid("m1").decline("fund m2");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT).closesAs(HireStatus.ENDED);

    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("fund")).isEqualTo(1);
    assertThat(s.sent("create")).isEqualTo(1);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void aDeclinedReleaseWithThenCloseAsksForTheEnd() {
    Story s = hired(Plans.canonical(Plans.onDeclined(Plans.CLOSE_AT_ONCE)));
    s.deliver("m1").decline("release m1");
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);

    s.confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("release")).isEqualTo(1);
    s.withoutIncidents();
  }

  @Test
  void aDeclinedEndWithThenCloseLeavesTheContractActive() {
    Story s = hired(Plans.single(Plans.onDeclined(Plans.CLOSE_AT_ONCE)));
    s.deliver("m1").decline("release m1").decline("end");

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.contract().active()).isTrue();
    assertThat(s.journal().eventTypes()).contains("hire.given_up");
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.DELIVERED);
  }

  /** Nobody tells of it: the marketplace expires an approval when it is read. */
  @Test
  void expiryIsFoundByAReadAskedAgainTwiceAndThenHeld() {
    Story s = asked(Plans.single()).deaf().advanceDays(10);

    assertThat(s.incident(IncidentCause.APPROVAL_EXPIRED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(s.sent("hire")).isEqualTo(3);
    assertThat(s.journal().approvals())
        .hasSize(3)
        .allMatch(approval -> approval.status() == ApprovalStatus.EXPIRED);
    assertThat(s.sent("approval")).as("three ticks and the deadline of each window").isEqualTo(12);
  }

  @Test
  void anExpiredHireClosesAsExpiredWhenThePolicySaysSo() {
    Story s = asked(Plans.canonical(Plans.onExpired(Plans.CLOSE_AT_ONCE))).advanceDays(4);

    assertThat(s.status()).isEqualTo(HireStatus.EXPIRED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aConfirmationInTheLastMinuteBeforeTheDeadlineCounts() {
    Story s = asked(Plans.single()).deaf().advance(Duration.ofDays(3).minusMinutes(1));
    s.confirm("hire").advance(Duration.ofMinutes(2));

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aConfirmationAtTheDeadlineItselfIsTooLateAndAskedForOnceMore() {
    Story s = asked(Plans.single()).advanceDays(3);
    String first = s.approvals("hire").getFirst().id();
    assertThat(s.marketplace().people().confirm(first, s.now()))
        .isInstanceOf(MarketplaceAnswer.Problem.class);
    s.closesAs(HireStatus.ENDED);

    assertThat(s.sent("hire")).isEqualTo(2);
    assertThat(s.journal().approval(first).status()).isEqualTo(ApprovalStatus.EXPIRED);
  }

  /** The clock alone says nothing: as long as the marketplace calls it pending, it is. */
  @Test
  void anApprovalPastItsWindowIsReadUntilTheMarketplaceSaysWhatBecameOfIt() {
    Story s = asked(Plans.single());
    s.endpoints().status(s.pending("hire").id(), "pending");
    s.deaf().advance(Duration.ofDays(3).plusMinutes(10));
    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.sent("approval")).isBetween(9L, 15L);

    s.endpoints().status(s.approvals("hire").getFirst().id(), "expired");
    s.advance(Duration.ofMinutes(20));
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  @Test
  void anUnknownStatusRaisesAnIncidentAndAsksNothing() {
    Story s = asked(Plans.single());
    String id = s.pending("hire").id();
    s.endpoints().status(id, "mediated");
    s.confirmationIsTold(id).advanceDays(4);

    IncidentDocument unknown = s.incident(IncidentCause.APPROVAL_STATUS_UNKNOWN);
    assertThat(unknown.detail()).contains("'mediated'");
    assertThat(unknown.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void anUnknownStatusThatIsGivenUpIsGuardedUntilTheWindowIsOver() {
    Story s = asked(Plans.single());
    String id = s.pending("hire").id();
    s.endpoints().status(id, "mediated");
    s.confirmationIsTold(id);
    s.resolve(IncidentCause.APPROVAL_STATUS_UNKNOWN, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);

    s.advanceDays(4);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void aReplacedHireRequestRaisesAnIncidentAndNeverANewAsk() {
    Story s = asked(Plans.single()).advance(Duration.ofMinutes(1));
    s.askedByOthers();
    s.advanceDays(4);

    IncidentDocument replaced = s.incident(IncidentCause.APPROVAL_SUPERSEDED);
    assertThat(replaced.actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);
    assertThat(s.journal().approvals())
        .singleElement()
        .matches(approval -> approval.status() == ApprovalStatus.SUPERSEDED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void theWordSupersededIsUnderstoodToo() {
    Story s = asked(Plans.single());
    String id = s.pending("hire").id();
    s.endpoints().status(id, "superseded");
    s.confirmationIsTold(id).advanceDays(4);

    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_SUPERSEDED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }
}
