package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.ReleaseRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the requester changes under way: budget, policies, labels, and milestones that nobody has
 * been asked for or has decided on.
 */
class ChangeTest extends StoryTest {
  @Test
  void aRaisedBudgetClosesItsIncidentByItself() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "600.00"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    s.budget("1000.00").closesAs(HireStatus.ENDED);

    assertThat(s.journal().hire().money().cap()).isEqualTo(Money.usd("1000.00"));
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> !incident.open() && incident.resolution() == null);
    assertThat(s.journal().summaries("hire.changed"))
        .containsExactly("Changed: the budget from $600.00 to $1000.00.");
  }

  @Test
  void aBudgetBelowWhatIsCommittedOrAskedForIsRefused() {
    Story s = hired(Plans.canonical()).paid("m1");

    assertThat(s.refused(s.change("700.00")).words())
        .isEqualTo(
            "The budget cannot go below $779.95: so much is committed or asked for, with fees.");
    s.budget("779.95");
    assertThat(s.journal().hire().money().cap()).isEqualTo(Money.usd("779.95"));
  }

  @Test
  void theBudgetCannotGoBelowAnAskThatAnObstacleHolds() {
    Story s = hired(Plans.canonical());
    s.account().card(false);
    s.paid("m1");

    assertThat(s.refused(s.change("700.00")).words())
        .startsWith("The budget cannot go below $779.95");
  }

  @Test
  void aChangeMadeFromAnotherVersionIsRefusedAsAConflict() {
    Story s = hired(Plans.single());
    long version = s.journal().hire().version();
    Command change = s.change("2000.00");
    s.command(new Command.Pause());

    Rejection rejection = s.refused(new CommandRequest("k", null, version, change));
    assertThat(rejection.code()).isEqualTo(Rejection.VERSION_CONFLICT);
    assertThat(rejection.words()).contains("by now");
    s.command(new CommandRequest("k", null, s.journal().hire().version(), change));
    assertThat(s.journal().hire().money().cap()).isEqualTo(Money.usd("2000.00"));
  }

  @Test
  void labelsAndReferenceAreShownAndLeaveNoTraceInTheEvents() {
    Story s = hired(Plans.single());
    HireTerms terms = new HireTerms("REQ-7", Map.of("owner", "nobody"), null, Policies.DEFAULT);
    s.command(new Command.Change(terms, List.of()));

    assertThat(s.journal().hire().terms()).isEqualTo(terms);
    assertThat(s.journal().summaries("hire.changed"))
        .containsExactly("Changed: the labels, the reference.");
  }

  @Test
  void aChangedReleaseRuleReachesWorkThatWasDeliveredBefore() {
    Story s = hired(Plans.single(Plans.release(ReleaseRule.ON_REQUEST))).deliver("m1");
    assertThat(s.sent("release")).isZero();
    s.command(new Command.Change(HireTerms.of(Plans.single()), List.of()));

    assertThat(s.sent("release")).isEqualTo(1);
    s.closesAs(HireStatus.ENDED);
  }

  @Test
  void otherTermsForTheHireReplaceThePendingApprovalWithoutAnIncident() {
    Story s = asked(Plans.canonical());
    String old = s.pending("hire").id();
    s.command(s.change("1000.00", Plans.first("300.00")));
    String renewed = s.pending("hire").id();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("650.00"));
    assertThat(s.journal().approval(old).status()).isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(s.journal().approval(renewed).amount()).isEqualTo(Money.usd("300.00"));
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  /** People confirm the old terms while the new request is on its way: theirs was first. */
  @Test
  void aPersonWhoConfirmsTheOldTermsInThatInstantIsTakenAtTheirWord() {
    Story s = asked(Plans.single());
    String old = s.pending("hire").id();
    s.next("hire", Fate.DELAYED).command(s.change(null, Plans.first("300.00")));
    s.deaf().confirm("hire").hearing().release("hire");

    assertThat(s.state("m1")).isEqualTo(MilestoneState.FUNDED);
    assertThat(s.journal().approval(old).status()).isEqualTo(ApprovalStatus.CONFIRMED);
    assertThat(s.journal().milestone("m1").amount()).isEqualTo(Money.usd("450.00"));
    assertThat(s.marketplace().approvals()).hasSize(1);
  }

  @Test
  void aPersonWhoDeclinesTheOldTermsJustBeforeIsNotAskedAgainWithoutAWord() {
    Story s = asked(Plans.single()).deaf().decline("hire").command(to300());
    assertThat(s.sent("hire")).isEqualTo(1);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void aDeclineThatIsKnownIsNotAskedAgainByAChangeAlone() {
    Story s = asked(Plans.single()).decline("hire").command(to300()).advanceDays(1);
    assertThat(s.sent("hire")).isEqualTo(1);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void aChangeWhileTheHireIsBeingAskedForIsAskedForNext() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start();
    s.command(to300()).release("hire").closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("300.00"));
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  @Test
  void aChangeUnderAnObstacleIsAskedForInItsPlace() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.REQUEST_REJECTED).start();
    s.advance(Duration.ofMinutes(3)).mend().command(to300());

    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.pending("hire").terms()).matches(terms -> terms.amountCents() == 30_000);
  }

  @Test
  void duringAPauseTheOldApprovalStaysAndIsReplacedAfterIt() {
    Story s = asked(Plans.single()).command(new Command.Pause()).command(to300()).advanceHours(3);
    assertThat(s.sent("hire")).isEqualTo(1);

    s.command(new Command.Resume()).closesAs(HireStatus.ENDED).withoutIncidents();
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void theTermsOfAHireThatIsConfirmedAreNotChanged() {
    assertThat(hired(Plans.single()).refused(to300()).words())
        .isEqualTo("The first milestone cannot be changed any more: it is hired already.");
  }

  @Test
  void aBudgetBelowTheHireItselfIsRefusedBeforeTheContract() {
    Story s = asked(Plans.single());
    assertThat(s.refused(s.change("400.00")).words())
        .startsWith("The budget cannot go below $504.95");
    assertThat(s.refused(s.change("400.00", Plans.first("300.00"))).words())
        .as("a person may still confirm the old terms")
        .startsWith("The budget cannot go below $504.95");
  }

  @Test
  void theBudgetMayGoBelowOldTermsOnceNobodyCanConfirmThemAnyMore() {
    Story s = asked(Plans.single()).decline("hire");
    s.command(s.change("400.00", Plans.first("300.00")));
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("300.00"));
  }

  @Test
  void aFirstMilestoneThatAloneCostsMoreThanTheBudgetIsRefused() {
    Story s = asked(Plans.canonical());

    assertThat(s.refused(s.change("1000.00", Plans.first("5000.00"))).words())
        .startsWith("The first milestone would cost $5509.95")
        .contains("above the budget of $1000.00", "raise budget.cap");
    s.advanceHours(1);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aLaterMilestoneCanBeChangedUntilItIsCreated() {
    Story s = hired(Plans.canonical());
    s.command(s.change("1000.00", Plans.milestone("m2", "150.00", FundRule.afterPaid("m1"))));
    assertThat(s.journal().summaries("hire.changed"))
        .containsExactly("Changed: milestone m2, now $150.00.");
    s.paid("m1");

    assertThat(s.milestone("m2").amountCents()).isEqualTo(15_000);
    assertThat(
            s.refused(s.change("1000.00", Plans.milestone("m2", "90.00", FundRule.afterPaid("m1"))))
                .words())
        .isEqualTo("Milestone m2 cannot be changed any more: it is awaiting_funding.");
    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("700.00"));
  }

  @Test
  void aLaterMilestoneWhoseCreationAnObstacleHoldsCanBeChanged() {
    Story s = hired(Plans.canonical()).refuse("create", IncidentCause.REQUEST_REJECTED, 2);
    s.paid("m1");
    assertThat(s.openIncidents()).containsExactly(IncidentCause.REQUEST_REJECTED);
    s.command(s.change("1000.00", Plans.milestone("m2", "150.00", FundRule.afterPaid("m1"))));
    s.advance(Duration.ofMinutes(5));

    assertThat(s.openIncidents()).isEmpty();
    assertThat(s.milestone("m2").amountCents()).isEqualTo(15_000);
    s.closesAs(HireStatus.ENDED);
  }

  @Test
  void aLaterMilestoneThatNoLongerFitsTheCapIsRefused() {
    Story s = hired(Plans.canonical());
    FundRule after = FundRule.afterPaid("m1");

    assertThat(s.refused(s.change("1000.00", Plans.milestone("m2", "400.00", after))).words())
        .contains("above its cap of $1000.00");
    s.command(s.change("1100.00", Plans.milestone("m2", "400.00", after)));
    s.closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void aChangeThatMakesNoSenseIsRefusedInWords() {
    Story s = hired(Plans.canonical());
    FundRule after = FundRule.afterPaid("m1");

    assertThat(s.refused(s.change("1000.00", Plans.milestone("m9", "1.00", after))).words())
        .isEqualTo("There is no milestone m9 in this hire.");
    assertThat(s.refused(s.change("1000.00", Plans.milestone("m2", "0.00", after))).words())
        .isEqualTo("m2.amount must be more than zero.");
    assertThat(
            s.refused(s.change("1000.00", Plans.milestone("m2", "1.00", FundRule.atStart())))
                .words())
        .isEqualTo("Milestone m2 keeps its place: fund cannot be changed.");
  }

  private static Command to300() {
    return new Command.Change(HireTerms.of(Plans.single()), List.of(Plans.first("300.00")));
  }
}
