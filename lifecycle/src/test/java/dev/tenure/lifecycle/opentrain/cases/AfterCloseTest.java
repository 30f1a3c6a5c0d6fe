package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * The last line of defence: the account sweep finds a contract of a hire that had closed without
 * one. A person says what becomes of it.
 */
class AfterCloseTest extends StoryTest {

  /** Nobody told the hire, which had given up for good what was never answered. */
  private Story confirmedAfterTheClose() {
    Story s =
        story(Plans.canonical()).next("hire", Fate.ANSWER_LOST).every("hire", Fate.NEVER_SENT);
    s.start().command(new Command.Cancel()).advance(Duration.ofMinutes(5));
    s.resolve(IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
    s.advance(Duration.ofMinutes(5)).mend();
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    return s.confirm("hire");
  }

  /** The hire was closed by its policy, and people hire the trainer later. */
  private Story hiredAfterTheClose() {
    Story s = asked(Plans.canonical(Plans.onExpired(Plans.CLOSE_AT_ONCE))).advanceDays(4);
    assertThat(s.status()).isEqualTo(HireStatus.EXPIRED);
    return s.hireInApp("450.00");
  }

  @Test
  void aContractOfAClosedHireIsRaised() {
    Story s = hiredAfterTheClose();

    IncidentDocument raised = s.incident(IncidentCause.CONTRACT_AFTER_CLOSE);
    assertThat(raised.actions()).containsExactly(Resolution.SKIP, Resolution.ABORT);
    assertThat(s.journal().eventTypes()).contains("hire.reopened");
    assertThat(s.status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("450.00"));
    s.advanceDays(3);
    assertThat(s.asked()).as("nothing is asked for by itself").isEqualTo(1);
  }

  @Test
  void untilAPersonHasSaidWhatBecomesOfItNothingElseIsAllowed() {
    Story s = hiredAfterTheClose();

    assertThat(s.journal().hire().allowedActions())
        .extracting(action -> action.action())
        .containsExactlyInAnyOrder(ActionKind.CHANGE, ActionKind.RESOLVE);
  }

  @Test
  void abortEndsTheContract() {
    Story s = hiredAfterTheClose();
    s.resolve(IncidentCause.CONTRACT_AFTER_CLOSE, Resolution.ABORT).confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.sent("create")).isZero();
  }

  @Test
  void skipLetsItBeForGood() {
    Story s = hiredAfterTheClose();
    s.resolve(IncidentCause.CONTRACT_AFTER_CLOSE, Resolution.SKIP);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);

    s.payInApp("m1").sweep();
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.contract().active()).isTrue();
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void peopleMayEndItInTheApp() {
    Story s = hiredAfterTheClose().endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.CANCELLED);
  }

  @Test
  void aDeclinedEndOfItIsHeldAsEveryOther() {
    Story s = hiredAfterTheClose();
    s.resolve(IncidentCause.CONTRACT_AFTER_CLOSE, Resolution.ABORT).decline("end");
    assertThat(s.openIncidents()).containsExactly(IncidentCause.APPROVAL_DECLINED);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    s.sweep();
    assertThat(s.openIncidents()).isEmpty();
  }

  /** Whoever hired it after the cancel may have meant it. */
  @Test
  void aContractOfAHireThatWasCancelledIsRaisedAndNotUnwoundByItself() {
    Story s = asked(Plans.single()).decline("hire").command(new Command.Cancel());
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    s.hireInApp("450.00").advanceDays(1);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.CONTRACT_AFTER_CLOSE);
    assertThat(s.sent("end")).isZero();

    s.resolve(IncidentCause.CONTRACT_AFTER_CLOSE, Resolution.ABORT).confirm("end");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
  }

  /** An operator said to let be what may come of the request: that was heard. */
  @Test
  void aContractThatAnOperatorKnowinglyLeftIsExempt() {
    Story s = confirmedAfterTheClose().sweep();

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void aContractThatTheHireItselfLeftActiveIsExempt() {
    Story s = hired(Plans.single()).command(new Command.End()).decline("end");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.ABORT).sweep().payInApp("m1");

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.openIncidents()).isEmpty();
  }

  @Test
  void aContractThatHasEndedIsNobodysBusiness() {
    Story s = asked(Plans.single()).decline("hire").command(new Command.Cancel());
    s.deaf().hireInApp("450.00").endInApp().hearing().sweep();

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.journal().eventTypes()).doesNotContain("hire.reopened");
  }

  @Test
  void theEndOfAHireThatEndedIsNoNews() {
    Story s = hired(Plans.single()).paid("m1").sweep();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.openIncidents()).isEmpty();
  }
}
