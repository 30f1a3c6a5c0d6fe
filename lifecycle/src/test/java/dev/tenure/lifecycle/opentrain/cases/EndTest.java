package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The end of the contract: by itself, on request, with money in escrow, refused. */
class EndTest extends StoryTest {
  private static final Command END = new Command.End();

  @Test
  void theEndComesByItselfWhenAllIsPaid() {
    Story s = hired(Plans.single()).paid("m1");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.approvals("end")).as("nothing is in escrow: nobody is asked").isEmpty();
    assertThat(s.journal().eventTypes()).containsSubsequence("contract.ended", "hire.ended");
    assertThat(s.journal().hire().closedAt()).isEqualTo(s.now());
  }

  @Test
  void theEndOnRequestWaitsForItsCommand() {
    Story s = hired(Plans.single(Plans.end(EndRule.ON_REQUEST))).paid("m1").advanceDays(3);
    assertThat(s.sent("end")).isZero();
    assertThat(s.journal().hire().waitingFor())
        .singleElement()
        .matches(waiting -> waiting.kind() == WaitKind.COMMAND && waiting.milestone() == null);
    assertThat(s.journal().hire().allowedActions())
        .anyMatch(action -> action.action() == ActionKind.END);

    s.command(END);
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
  }

  @Test
  void theEndWithMoneyInEscrowTakesAnApproval() {
    Story s = hired(Plans.canonical()).command(END);
    String end = s.pending("end").id();
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
    s.confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().approval(end).status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.CANCELLED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("0.00"));
    assertThat(s.journal().hire().money().feesEstimated())
        .as("the fees stay spent")
        .isEqualTo(Money.usd("54.95"));
    assertThat(s.sent("create")).isZero();
  }

  @Test
  void theEndMayPayTheTrainerWhatIsHeld() {
    Story s = hired(Plans.single()).command(END).confirmEndPaying();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("450.00"));
  }

  @Test
  void aDeclinedEndHoldsAndRetryAsksAgain() {
    Story s = hired(Plans.single()).command(END).decline("end").advanceDays(4);
    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(2);
  }

  @Test
  void anAbortOfTheDeclinedEndLeavesTheContractActive() {
    Story s = hired(Plans.single()).command(END).decline("end");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.contract().active()).isTrue();
    assertThat(s.journal().eventTypes()).contains("hire.given_up");
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void theEndCommandStopsNewAsksButWatchesThePendingOnes() {
    Story s = hired(Plans.overlapping()).command(END).advanceHours(2);
    s.confirm("fund m2").advanceHours(7);
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    s.deliver("m2").confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().eventTypes())
        .containsSubsequence("hire.end_commanded", "approval.confirmed");
    assertThat(s.sent("release")).isZero();
    assertThat(s.sent("fund")).isEqualTo(2);
    assertThat(s.journal().approvals()).noneMatch(approval -> approval.pending());
  }

  @Test
  void moneyThatPeopleCanStillConfirmAfterAGivenUpEndIsNotCalledDead() {
    Story s = hired(Plans.overlapping()).command(END).decline("end");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.journal().eventTypes())
        .contains("approval.lost_sight")
        .doesNotContain("approval.superseded");
    assertThat(s.journal().summaries("approval.lost_sight"))
        .allMatch(words -> words.contains("decline it, unless it is wanted"));
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.CREATED);
  }

  @Test
  void aRefusalThatComesDuringTheEndOpensNoIncidentOfItsOwn() {
    Story s = hired(Plans.overlapping()).command(END).decline("fund m2").decline("fund m3");
    s.confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    s.withoutIncidents();
    assertThat(s.sent("fund")).isEqualTo(2);
  }

  @Test
  void anObstacleOfAnAskClosesWhenTheEndIsUnderWay() {
    Story s = hired(Plans.pair()).decline("fund m2");
    s.refuse("fund", IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.command(END);
    long tried = s.sent("fund");
    assertThat(s.openIncidents()).isEmpty();

    s.mend().advanceHours(20);
    assertThat(s.sent("fund")).isEqualTo(tried);
    assertThat(s.status()).isEqualTo(HireStatus.ENDING);
  }

  @Test
  void theEndIsAskedForAlsoWhileTheContractIsOutOfSight() {
    Story s = hired(Plans.single(Plans.end(EndRule.ON_REQUEST))).paid("m1");
    s.endpoints().hide(s.contract().id());
    s.notified(Notification.contractChanged(s.contract().id())).advance(Duration.ofMinutes(1));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.NOT_FOUND);
    s.command(END);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("end")).isEqualTo(1);

    s.endpoints().show(s.contract().id());
    s.advance(Duration.ofMinutes(15));
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void anAdditionWhileTheEndIsUnderWayIsRefused() {
    Story s = hired(Plans.single()).command(END);

    assertThat(
            s.refused(new Command.AddMilestone(Plans.milestone("m2", "1", FundRule.atStart())))
                .words())
        .isEqualTo("No milestone can be added now: the end of its contract is commanded.");
  }

  /** Whatever the release is doing: the end waits for the contract, and closes once. */
  @Test
  void anEndThatIsOvertakenByAnEndInTheAppIsNoNo() {
    Story s = hired(Plans.single(Plans.STRICT)).command(END).endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    s.withoutIncidents();
  }

  @Test
  void anExpiredEndIsAskedForAgainAsThePolicySays() {
    Story s = hired(Plans.single()).command(END).advanceDays(4);
    assertThat(s.sent("end")).isEqualTo(2);

    s.confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  /** L3: the contract shows its end long after it was confirmed. */
  @Test
  void l3AnEndThatTheContractShowsLateClosesByItself() {
    Story s = hired(Plans.single()).command(END).advance(Duration.ofMinutes(1));
    s.contractsStandStill().confirm("end").advance(Duration.ofSeconds(40));
    assertThat(s.incident(IncidentCause.UNEXPECTED).detail())
        .contains("looked at again, more and more rarely");
    s.contractsMoveAgain().advance(Duration.ofMinutes(2));

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
  }

  @Test
  void l3WhatIsConfirmedAndNotShownIsLookedForWithoutEnd() {
    Story s = hired(Plans.canonical()).paid("m1").advance(Duration.ofMinutes(1));
    s.contractsStandStill().confirm("fund m2").advanceDays(7);
    assertThat(s.incident(IncidentCause.UNEXPECTED).milestone()).isEqualTo("m2");
    assertThat(s.sent("fund m2")).isEqualTo(1);

    s.contractsMoveAgain().advance(Duration.ofMinutes(15));
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.openIncidents()).isEmpty();
  }
}
