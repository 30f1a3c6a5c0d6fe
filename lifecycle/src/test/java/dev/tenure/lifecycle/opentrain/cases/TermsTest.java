package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People may confirm other terms than were asked for: theirs win, under the cap. */
class TermsTest extends StoryTest {
  private static final HirePlan HOLD = Plans.single(Plans.onEditedTerms(EditedTerms.HOLD));

  @Test
  void editedTermsAreAdoptedAndTold() {
    Story s = asked(Plans.single()).confirmEdited("400.00").closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m1").amount()).isEqualTo(Money.usd("400.00"));
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("400.00"));
    assertThat(s.journal().summaries("milestone.edited"))
        .containsExactly("People changed milestone m1 (Batch m1) from $450.00 to $400.00.");
    s.withoutIncidents();
  }

  @Test
  void termsEditedAboveTheCapHoldBeforeAnythingElseIsAskedFor() {
    Story s = asked(Plans.canonical()).confirmEdited("1000.00").advanceDays(2);
    IncidentDocument first = s.incident(IncidentCause.BUDGET_EXCEEDED);
    assertThat(first.milestone()).isEqualTo("m1");
    assertThat(first.detail()).contains("$1000.00", "$1109.95");
    assertThat(first.actions()).containsExactly(Resolution.RETRY, Resolution.ABORT);
    assertThat(s.asked()).isEqualTo(1);

    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.RETRY).paid("m1");
    assertThat(s.state("m1")).isEqualTo(MilestoneState.PAID);
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    assertThat(s.sent("create")).isZero();
  }

  /** Terms that fit by themselves are no question of their own: what no longer fits is. */
  @Test
  void termsEditedWithinTheCapHoldTheMilestoneThatNoLongerFits() {
    Story s = asked(Plans.canonical()).confirmEdited("700.00");

    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    s.paid("m1").advanceDays(2);
    assertThat(s.sent("create")).isZero();
    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.SKIP).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("800.00"));
  }

  @Test
  void anOperatorMayGoOnWithWhatIsCommittedAboveTheCap() {
    Story s = asked(Plans.single(Policies.DEFAULT, "600.00")).confirmEdited("700.00");
    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.RETRY).advanceHours(1);

    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    s.closesAs(HireStatus.ENDED);
  }

  @Test
  void aRaisedBudgetAcceptsEditedTermsByItself() {
    Story s = asked(Plans.single(Policies.DEFAULT, "600.00")).confirmEdited("700.00");
    s.budget("800.00").closesAs(HireStatus.ENDED);

    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
  }

  @Test
  void whatPeopleLowerInTheAppFitsTheCapAgain() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "900.00")).paid("m1");
    s.decline("fund m2").editInApp("m2", "400.00");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    assertThat(s.sent("fund")).isEqualTo(1);

    s.editInApp("m2", "200.00").closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("750.00"));
  }

  @Test
  void thePolicyHoldWantsAPersonToAcceptEditedTerms() {
    Story s = asked(HOLD).confirmEdited("400.00").advanceDays(2);
    assertThat(s.incident(IncidentCause.TERMS_EDITED).detail())
        .contains("$450.00 was asked for, $400.00 was confirmed");
    assertThat(s.asked()).isEqualTo(1);

    s.resolve(IncidentCause.TERMS_EDITED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("400.00"));
  }

  @Test
  void editedTermsThatNobodyAcceptsEndTheContract() {
    Story s = asked(HOLD).confirmEdited("400.00");
    s.resolve(IncidentCause.TERMS_EDITED, Resolution.ABORT).confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.sent("release")).isZero();
  }

  @Test
  void aPlanAboveItsCapCreatesNothing() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "600.00")).paid("m1");
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).actions())
        .containsExactly(Resolution.RETRY, Resolution.SKIP, Resolution.ABORT);
    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.RETRY);

    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    assertThat(s.sent("create")).isZero();
    assertThat(s.journal().incidents()).hasSize(2);
    s.resolve(IncidentCause.BUDGET_EXCEEDED, Resolution.ABORT);
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
  }

  /** The incident is about the milestone that breaks the cap, and those before it go on. */
  @Test
  void theFirstMilestoneInThePlanThatDoesNotFitIsTheOneThatIsTold() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "800.00"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m3");
    s.paid("m1").confirm("fund m2").paid("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("create m3")).isZero();
    assertThat(s.journal().incidents()).as("one occurrence").hasSize(1);
  }

  @Test
  void theFeesCountToTheCap() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "889.94"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).detail()).contains("$889.95");

    s.budget("889.95").closesAs(HireStatus.ENDED);
  }

  @Test
  void theEndIsNotHeldBackByTermsThatWaitForAPerson() {
    Story s = asked(HOLD).confirmEdited("400.00").command(new Command.End()).confirm("end");

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.sent("release")).isZero();
    assertThat(s.journal().incidents()).noneMatch(IncidentDocument::open);
  }

  @Test
  void aContractEndedInTheAppIsSeenWhileItsTermsWaitForAPerson() {
    Story s = asked(HOLD).confirmEdited("400.00").deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("end")).isZero();
  }

  @Test
  void whatIsAskedForOnceMoreMustStillFitTheCap() {
    Story s = hired(Plans.canonical()).paid("m1").decline("fund m2");
    s.addInApp("300.00");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);

    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    assertThat(s.sent("fund")).isEqualTo(1);
  }

  @Test
  void editedTermsThatTheContractShowsLateAreStillHeldAgainstThePolicy() {
    Story s = asked(HOLD).advance(Duration.ofMinutes(1)).contractsStandStill();
    s.confirmEdited("400.00").advance(Duration.ofMinutes(5));
    assertThat(s.openIncidents()).containsExactly(IncidentCause.NOT_FOUND);
    s.contractsMoveAgain().advance(Duration.ofMinutes(15));

    assertThat(s.openIncidents()).containsExactly(IncidentCause.TERMS_EDITED);
    assertThat(s.sent("release")).isZero();
  }

  /** A person may edit a milestone that is pending; what they confirm is what they see. */
  @Test
  void anAmountEditedWhileItsFundingWaitsIsTakenOver() {
    Story s = hired(Plans.canonical()).paid("m1").editInApp("m2", "300.00").confirm("fund m2");

    assertThat(s.journal().milestone("m2").amount()).isEqualTo(Money.usd("300.00"));
    assertThat(s.journal().hire().money().committed()).isEqualTo(Money.usd("750.00"));
  }
}
