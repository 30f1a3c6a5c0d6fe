package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What operators may answer, and what follows: retry, adopt, skip, abort. */
class AnswerTest extends StoryTest {
  @Test
  void anAnswerThatIsNotOfferedIsRefusedWithWords() {
    Story s = asked(Plans.single()).decline("hire");
    String incident = s.incident(IncidentCause.APPROVAL_DECLINED).id();

    assertThat(s.refused(new Command.Resolve(incident, Resolution.SKIP)).words())
        .isEqualTo(
            "Incident %s (approval_declined) cannot be answered with skip, only with retry or abort."
                .formatted(incident));
    assertThat(s.refused(new Command.Resolve(incident, Resolution.RETRY, "apr_1")).words())
        .contains("takes marketplaceId only with adopt");
  }

  @Test
  void anAdoptThatNamesNoApprovalIsRefused() {
    Story s = asked(Plans.single());
    s.askedByOthers();
    String incident = s.incident(IncidentCause.APPROVAL_SUPERSEDED).id();

    assertThat(s.refused(new Command.Resolve(incident, Resolution.ADOPT, " ")).words())
        .contains("wants marketplaceId beside adopt");
  }

  @Test
  void anIncidentThatIsClosedTakesNoAnswer() {
    Story s = asked(Plans.single()).decline("hire");
    String incident = s.incident(IncidentCause.APPROVAL_DECLINED).id();
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);

    assertThat(s.refused(new Command.Resolve(incident, Resolution.RETRY)).words())
        .isEqualTo("Incident " + incident + " is not open.");
  }

  @Test
  void aDeclinedFundingCanBeSkippedAndTheNextMilestoneGoesOn() {
    Story s = hired(Plans.canonical()).paid("m1").decline("fund m2");
    IncidentDocument declined = s.incident(IncidentCause.APPROVAL_DECLINED);
    assertThat(declined.actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    String id = s.milestoneId("m2");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.SKIP).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(id);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void aMilestoneAboveTheCapCanBeSkippedBeforeItExists() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "700.00"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.SKIP).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("create")).isEqualTo(1);
  }

  @Test
  void anObstacleAtAFundingCanBeSkippedWhileItLasts() {
    Story s = hired(Plans.canonical()).refuse("fund m2", IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.paid("m1").resolve(IncidentCause.PAYMENT_METHOD_REQUIRED, Resolution.SKIP);
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m3").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void moneyInEscrowIsNeverSkipped() {
    Story s = hired(Plans.canonical()).deliver("m1").decline("release m1");

    assertThat(s.incident(IncidentCause.APPROVAL_DECLINED).actions())
        .containsExactly(Resolution.RETRY, Resolution.ABORT);
  }

  @Test
  void theApprovalThatReplacedOursCanBeAdopted() {
    Story s = asked(Plans.single());
    String theirs = s.askedByOthers();
    s.adopt(IncidentCause.APPROVAL_SUPERSEDED, theirs);
    assertThat(s.journal().approval(theirs).pending()).isTrue();
    s.confirm("hire");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().milestone("m1").amount()).isEqualTo(Money.usd("400.00"));
    assertThat(s.journal().approval(theirs).status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void anApprovalForSomethingElseIsNotAdopted() {
    Story s = hired(Plans.overlapping());
    String ours = s.pending("fund m2").id();
    s.endpoints().hide(ours);
    s.confirmationIsTold(ours).adopt(IncidentCause.APPROVAL_LOST, s.pending("fund m3").id());

    assertThat(s.incident(IncidentCause.APPROVAL_LOST).detail()).contains("is for something else");
    assertThat(s.sent("fund m2")).isEqualTo(1);
    s.resolve(IncidentCause.APPROVAL_LOST, Resolution.RETRY);
    assertThat(s.sent("fund m2")).isEqualTo(2);
    s.endpoints().show(ours);
    s.closesAs(HireStatus.ENDED);
    assertThat(s.approvals("fund m2")).hasSize(1);
  }

  @Test
  void anApprovalThatEndedHereIsNotAdopted() {
    Story s = asked(Plans.single());
    String ours = s.pending("hire").id();
    s.askedByOthers();
    s.adopt(IncidentCause.APPROVAL_SUPERSEDED, ours);

    assertThat(s.incident(IncidentCause.APPROVAL_LOST).detail())
        .contains("is known here and has ended");
  }

  @Test
  void aLostFundingApprovalCanBeNamedOnceItIsInSightAgain() {
    Story s = hired(Plans.canonical()).paid("m1");
    String funding = s.pending("fund m2").id();
    s.endpoints().hide(funding);
    s.confirmationIsTold(funding);
    s.endpoints().show(funding);
    s.adopt(IncidentCause.APPROVAL_LOST, funding);
    assertThat(s.journal().approval(funding).pending()).isTrue();

    s.closesAs(HireStatus.ENDED);
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void aLostFundingApprovalThatIsInSightAgainHealsByItself() {
    Story s = hired(Plans.canonical()).paid("m1");
    String funding = s.pending("fund m2").id();
    s.endpoints().hide(funding);
    s.confirmationIsTold(funding);
    assertThat(s.incident(IncidentCause.APPROVAL_LOST).actions())
        .as("a person may still confirm it")
        .doesNotContain(Resolution.SKIP);
    s.endpoints().show(funding);
    s.advance(Duration.ofMinutes(5));

    assertThat(s.openIncidents()).isEmpty();
    s.closesAs(HireStatus.ENDED);
    assertThat(s.sent("fund m2")).isEqualTo(1);
  }

  @Test
  void aContractThatCannotBeSeenIsNotReplacedByOneOfAnotherProposal() {
    Story s = hired(Plans.single());
    s.endpoints().hide(s.contract().id());
    s.notified(Notification.contractChanged(s.contract().id())).advance(Duration.ofMinutes(1));
    assertThat(s.incident(IncidentCause.NOT_FOUND).actions())
        .containsExactly(Resolution.RETRY, Resolution.ADOPT, Resolution.ABORT);
    s.adopt(IncidentCause.NOT_FOUND, "ctr_other");

    assertThat(s.incident(IncidentCause.NOT_FOUND).detail())
        .contains("ctr_other cannot be seen with this token or is of another proposal");
    s.endpoints().show(s.contract().id());
    s.resolve(IncidentCause.NOT_FOUND, Resolution.RETRY).closesAs(HireStatus.ENDED);
  }

  @Test
  void aContractThatCannotBeSeenCanBeReplacedByTheOneThatTheOperatorNames() {
    Story s = asked(Plans.single());
    s.endpoints().contractOfApprovals("ctr_wrong");
    s.confirm("hire").advance(Duration.ofMinutes(1));
    String real = s.contract().id();
    s.adopt(IncidentCause.NOT_FOUND, real);

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().event("contract.adopted").data())
        .containsEntry("contractId", real)
        .containsEntry("before", "ctr_wrong");
    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().contractId()).isEqualTo(real);
  }

  @Test
  void anotherHiresSuccessHasThisOneTryAtOnce() {
    Story s = story(Plans.single());
    s.account().card(false);
    s.start().advance(Duration.ofMinutes(1));
    s.account().card(true);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.PAYMENT_METHOD_REQUIRED);
    s.notified(Notification.obstacleGone());

    assertThat(s.pending("hire")).isNotNull();
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void aWordThatCameTooSoonLeavesTheSameIncidentOpen() {
    Story s = story(Plans.single());
    s.account().card(false);
    s.start();
    long before = s.sent("hire");
    s.notified(Notification.obstacleGone()).advanceHours(1);

    assertThat(s.sent("hire")).isGreaterThan(before);
    assertThat(s.journal().incidents()).singleElement().matches(IncidentDocument::open);
  }
}
