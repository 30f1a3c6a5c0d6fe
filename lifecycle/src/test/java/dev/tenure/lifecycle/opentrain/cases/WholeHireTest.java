package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From the request to the ended contract, and the waits in between. */
class WholeHireTest extends StoryTest {
  @Test
  void aHireOfThreeMilestonesRunsToTheEndedContract() {
    Story s = asked(Plans.canonical()).closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.sent("create")).isEqualTo(2);
    assertThat(s.sent("fund")).isEqualTo(2);
    assertThat(s.sent("release")).isEqualTo(3);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.journal().approvals())
        .hasSize(6)
        .allMatch(approval -> approval.status() == ApprovalStatus.CONFIRMED);
    assertThat(s.journal().milestones().values()).allMatch(m -> m.state() == MilestoneState.PAID);
    assertThat(s.journal().hire().money())
        .isEqualTo(
            new MoneyTotals(
                Money.usd("1000.00"),
                Money.usd("800.00"),
                Money.usd("800.00"),
                Money.usd("89.95"),
                Money.usd("889.95")));
    assertThat(s.contract().active()).isFalse();
    assertThat(s.journal().eventTypes())
        .containsSubsequence(
            "hire.requested",
            "approval.requested",
            "approval.confirmed",
            "contract.created",
            "milestone.funded",
            "milestone.delivered",
            "approval.requested",
            "approval.confirmed",
            "milestone.paid",
            "milestone.created",
            "approval.requested",
            "approval.confirmed",
            "milestone.funded",
            "contract.ended",
            "hire.ended");
  }

  /** Per approval: one read when it is final, which brings the contract with it. */
  @Test
  void aQuickHireReadsNothingTwice() {
    Story s = asked(Plans.canonical()).closesAs(HireStatus.ENDED);

    assertThat(s.sent("approval")).isEqualTo(6);
    assertThat(s.sent("contract")).as("only the deliveries, which no event tells").isEqualTo(3);
  }

  /** Every approval is answered after its first tick. */
  @Test
  void aSlowHireReadsEachApprovalOnceMore() {
    Story s = asked(Plans.canonical());
    for (String step : new String[] {"hire", "release m1", "fund m2", "release m2", "fund m3"}) {
      s.advanceHours(20).confirm(step);
      if (!step.startsWith("release")) {
        s.deliver("m" + (step.equals("hire") ? 1 : Integer.parseInt(step.substring(6))));
      }
    }
    s.advanceHours(20).confirm("release m3");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("approval")).isEqualTo(12);
    s.withoutIncidents();
  }

  @Test
  void milestonesAtTheStartAreFundedSideBySide() {
    Story s = hired(Plans.overlapping());

    assertThat(s.pending("fund m2").createdAt()).isEqualTo(s.now());
    assertThat(s.pending("fund m3").createdAt()).isEqualTo(s.now());
    s.closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.sent("create")).isEqualTo(2);
    assertThat(s.asked()).isEqualTo(2 + 7);
  }

  @Test
  void milestonesAfterAnotherWaitForItsPayment() {
    Story s = hired(Plans.canonical()).deliver("m1").advanceHours(5);
    assertThat(s.sent("create")).isZero();

    s.confirm("release m1");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
    assertThat(s.sent("create m3")).isZero();
  }

  @Test
  void thereAreNeverTwoOpenApprovalsForOneSubject() {
    Story s = asked(Plans.overlapping()).closesAs(HireStatus.ENDED);

    assertThat(s.marketplace().approvals())
        .extracting(SimulatedApproval::kind, SimulatedApproval::subjectId)
        .doesNotHaveDuplicates();
  }

  @Test
  void whileTheHireWaitsForAPersonItSaysForWhatAndUntilWhen() {
    Story s = asked(Plans.canonical()).advanceHours(40);
    SimulatedApproval pending = s.pending("hire");

    assertThat(s.status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    assertThat(s.journal().hire().waitingFor())
        .containsExactly(
            new Wait(
                WaitKind.APPROVAL,
                pending.id(),
                "m1",
                null,
                pending.snapshot().url(),
                pending.expiresAt()));
    assertThat(s.sent("approval")).as("at 1/6 and 1/2 of the window").isEqualTo(2);
    assertThat(s.sent("contract")).isZero();
  }

  @Test
  void whileWorkIsUnderWayThePeriodicLookIsTheNet() {
    Story s = hired(Plans.canonical()).advanceHours(40);

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().hire().waitingFor())
        .containsExactly(new Wait(WaitKind.DELIVERY, null, "m1", null, null, null));
    assertThat(s.sent("contract")).isEqualTo(3);
  }

  @Test
  void aFundingThatWaitsIsShownAsSuch() {
    Story s = hired(Plans.canonical()).paid("m1").advance(Duration.ofMinutes(1));

    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.AWAITING_FUNDING);
    assertThat(s.journal().hire().waitingFor())
        .singleElement()
        .matches(w -> w.kind() == WaitKind.APPROVAL && "m2".equals(w.milestone()));
  }

  /** Deliveries that no event and no sweep tells of are found by the periodic look. */
  @Test
  void withoutAnyNotificationEverythingIsFoundAllTheSame() {
    Story s = asked(Plans.canonical()).deaf();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("800.00"));
    assertThat(s.asked()).isEqualTo(1 + 2 + 2 + 3 + 1);
  }
}
