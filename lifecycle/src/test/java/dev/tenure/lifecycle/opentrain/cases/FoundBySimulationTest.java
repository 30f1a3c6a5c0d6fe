package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the simulation has found, and no other case tells. */
class FoundBySimulationTest extends StoryTest {
  /** The order of what was accepted was lost on the way through JSON. */
  @Test
  void whatOperatorsAcceptedKeepsItsOrder() {
    Story s = asked(Plans.pair(Plans.onEditedTerms(EditedTerms.HOLD))).confirmEdited("400.00");
    s.resolve(IncidentCause.TERMS_EDITED, Resolution.RETRY).cancelInApp("m1");
    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP).cancelInApp("m2");
    s.resolve(IncidentCause.MILESTONE_GONE, Resolution.SKIP).handOver();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  /** No look had ever listed it, so that it was told as dropped. */
  @Test
  void aMilestoneThatOnlyItsApprovalShowedFundedIsCancelledByTheEnd() {
    Story s = hired(Plans.pair());
    s.contractsStandStill().deaf().confirm("fund m2").command(new Command.End()).confirm("end");
    s.contractsMoveAgain().hearing().advanceDays(1);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.CANCELLED);
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("0.00"));
  }

  /** The late answer showed the milestone unfunded again, after the end had cancelled it. */
  @Test
  void aLateAnswerOfACreationUndoesNothing() {
    Story s = asked(Plans.pair()).next("create m2", Fate.HELD).confirm("hire");
    s.cancelInApp("m2").endInApp().release("create m2");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.CANCELLED);
  }

  /** The end of the old request was taken for the end of the new one, which nobody watched. */
  @Test
  void theEndOfARequestInOldTermsIsNotTakenForThatOfTheNewOne() {
    Story s = story(Plans.single()).deaf().next("hire", Fate.ANSWER_LOST, 2).start();
    s.every("hire", Fate.NEVER_SENT).command(s.change(null, Plans.first("300.00")));
    s.advance(Duration.ofMinutes(1)).command(new Command.Cancel());
    assertThat(s.approvals("hire")).hasSize(2);
    s.advanceHours(1);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);

    s.mend().hearing().confirm("hire").closesAs(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
  }

  /** A retry is leave for what it answers, not for what else has happened to the step. */
  @Test
  void aRetryOfAnObstacleIsNoLeaveToAskForALostApprovalAgain() {
    Story s = asked(Plans.single());
    String asked = s.pending("hire").id();
    s.endpoints().hide(asked);
    s.confirmationIsTold(asked).refuse("approval", IncidentCause.TOKEN_REJECTED);
    s.confirmationIsTold(asked).resolve(IncidentCause.TOKEN_REJECTED, Resolution.RETRY);
    s.mend().advanceDays(1);

    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_LOST);
  }

  /** The last read of an end that an obstacle holds was repeated without any pause. */
  @Test
  void aReadThatAnObstacleHoldsKeepsNoEndFromClosing() {
    Story s = hired(Plans.single()).command(new Command.End());
    s.refuse("approval", IncidentCause.SCOPE_MISSING).confirm("end").advance(Duration.ofMinutes(1));

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("approval")).isLessThan(6);
  }

  /** The first, lost request arrived after the answer to the second, and was declined as well. */
  @Test
  void aRequestThatArrivedLateAndWasDeclinedIsFoundBeforeItIsMadeAgain() {
    RefusalPolicy once = new RefusalPolicy(1, Then.HOLD);
    Story s = story(Plans.single(Plans.onDeclined(once))).next("hire", Fate.ANSWER_LOST).start();
    String first = s.advance(Duration.ofSeconds(1)).pending("hire").id();
    s.deaf().decline("hire");
    s.marketplace().requestHire(Story.PROPOSAL, Plans.first(), false, s.now());
    s.decline("hire").hearing().confirmationIsTold(first).advance(Duration.ofMinutes(5));

    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_DECLINED);
    assertThat(s.approvals("hire")).as("nothing was asked for a third time").hasSize(2);
  }

  /** Two searches every quarter of an hour went on for as long as the pause. */
  @Test
  void theSearchForWhatNothingWaitsForBecomesRarer() {
    Story s = hired(Plans.single()).next("release", Fate.ANSWER_LOST);
    s.every("release", Fate.NEVER_SENT).deliver("m1").advance(Duration.ofMinutes(1));
    s.command(new Command.Pause()).advanceDays(2);
    long searches = s.sent("approvals");
    s.advanceDays(1);

    assertThat(s.sent("approvals") - searches).isBetween(6L, 14L);
  }
}
