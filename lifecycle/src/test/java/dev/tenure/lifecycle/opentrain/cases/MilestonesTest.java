package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.FundWhen;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.ReleaseRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Milestones under command: funded on request, added, dropped, released one by one. */
class MilestonesTest extends StoryTest {
  private static final Command DROP = new Command.Drop("m2");

  @Test
  void aMilestoneOnRequestWaitsForItsCommandAndTheEndWaitsForIt() {
    Story s = hired(Plans.onRequest()).paid("m1").advanceDays(3);
    assertThat(s.sent("create")).isZero();
    assertThat(s.sent("end")).isZero();
    assertThat(s.journal().hire().waitingFor())
        .singleElement()
        .matches(w -> w.kind() == WaitKind.COMMAND && "m2".equals(w.milestone()));

    s.command(new Command.Fund("m2")).closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("700.00"));
  }

  @Test
  void aHireThatWaitsOnlyForAFundCommandStillSeesItsContractEnd() {
    Story s = hired(Plans.onRequest()).paid("m1").deaf().endInApp().advanceHours(12);

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
  }

  @Test
  void theEndByCommandDoesNotWaitForAMilestoneOnRequest() {
    Story s = hired(Plans.onRequest()).paid("m1").command(new Command.End());

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("create")).isZero();
  }

  @Test
  void onlyAMilestoneOnRequestIsFundedByCommandAndOnlyOnce() {
    Story s = hired(Plans.onRequest()).command("k", new Command.Fund("m2"));
    s.command("k", new Command.Fund("m2"));

    assertThat(s.refused(new Command.Fund("m2")).words())
        .startsWith("Milestone m2 cannot be funded by command now");
    assertThat(s.refused(new Command.Fund("m1")).words())
        .startsWith("Milestone m1 cannot be funded by command now");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.AWAITING_FUNDING);
    assertThat(s.sent("fund")).isEqualTo(1);
  }

  @Test
  void aMilestoneOnRequestThatPeopleFundInTheAppNeedsNoCommand() {
    Story s = hired(Plans.onRequest()).command(new Command.Fund("m2"));
    s.fundInApp("m2").closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("700.00"));
  }

  @Test
  void anAddedMilestoneRunsBesideTheOthers() {
    Story s = hired(Plans.single()).deliver("m1").command(add("m2", FundRule.atStart()));
    s.confirm("fund m2").paid("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.PAID);
    assertThat(s.state("m1")).isEqualTo(MilestoneState.AWAITING_RELEASE);

    s.confirm("release m1");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("550.00"));
    assertThat(s.journal().summaries("milestone.added"))
        .containsExactly("Milestone m2 (Batch m2) of $100.00 was added.");
  }

  @Test
  void aMilestoneMayBeAddedBeforeTheContract() {
    Story s = asked(Plans.single()).command(add("m2", FundRule.afterPaid("m1")));
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("550.00"));
  }

  @Test
  void anAdditionThatMakesNoSenseIsRefusedInWords() {
    Story s = hired(Plans.single());

    assertThat(s.refused(add("m1", FundRule.atStart())).words())
        .isEqualTo("There is a milestone m1 already: choose another key.");
    assertThat(s.refused(add("m2", FundRule.afterPaid("m7"))).words())
        .isEqualTo("fund.after names m7, which is no milestone of this hire.");
    assertThat(s.refused(add("m2", FundRule.afterPaid("m2"))).words())
        .isEqualTo("Milestone m2 cannot come after itself.");
    assertThat(s.refused(add("m2", new FundRule(FundWhen.AFTER_PAID, null))).words())
        .isEqualTo("fund.after goes with after_paid, and only with it.");
    assertThat(s.refused(priced(Money.ofMinor(5, "USDC"))).words())
        .isEqualTo("amount must be in USD, as the whole hire is.");
    assertThat(s.refused(priced(Money.usd("0.00"))).words())
        .isEqualTo("amount must be more than zero.");
    s.command(new Command.End());
    assertThat(s.refused(add("m2", FundRule.atStart())).words())
        .startsWith("No milestone can be added");
  }

  @Test
  void aMilestoneAfterADroppedOneCannotBeAdded() {
    Story s = hired(Plans.canonical()).command(DROP);

    assertThat(s.refused(add("m4", FundRule.afterPaid("m2"))).words())
        .isEqualTo("fund.after names m2, which is no milestone of this hire.");
  }

  /** L9: what does not fit would only hold up what comes after it. */
  @Test
  void l9AnAdditionAboveTheCapIsRefused() {
    Story s = hired(Plans.canonical());

    assertThat(
            s.refused(
                    new Command.AddMilestone(
                        Plans.milestone("m4", "200.00", FundRule.afterPaid("m3"))))
                .words())
        .isEqualTo(
            "With milestone m4 the hire could cost $1109.95, above its cap of $1000.00: raise"
                + " budget.cap first.");
    s.command(add("m4", FundRule.afterPaid("m3"))).closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void aDroppedMilestoneLeavesItsPlaceToWhatCameAfterIt() {
    Story s = hired(Plans.canonical()).deliver("m1").command(DROP);
    assertThat(s.journal().milestone("m3").fund()).isEqualTo(FundRule.afterPaid("m1"));

    s.closesAs(HireStatus.ENDED);
    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("550.00"));
    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m2").milestoneId()).isNull();
    assertThat(s.sent("create")).isEqualTo(1);
  }

  @Test
  void aMilestoneDroppedAfterItsCreationStaysUnfundedOnTheMarketplace() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.DELAYED).paid("m1");
    s.command(new Command.Pause()).release("create m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.CREATED);
    s.command(DROP).command(new Command.Resume()).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(s.milestoneId("m2"));
    assertThat(s.sent("fund m2")).isZero();
    assertThat(s.journal().summaries("milestone.dropped"))
        .containsExactly(
            "Milestone m2 (Batch m2) was dropped; it was created already and stays unfunded on"
                + " the marketplace.");
  }

  @Test
  void aBudgetThatIsEnoughWithoutTheDroppedMilestonesClosesItsIncident() {
    Story s = hired(Plans.canonical(Policies.DEFAULT, "600.00"));
    assertThat(s.incident(IncidentCause.BUDGET_EXCEEDED).milestone()).isEqualTo("m2");
    s.command(DROP).command(new Command.Drop("m3")).closesAs(HireStatus.ENDED);

    assertThat(s.sent("fund")).isZero();
  }

  @Test
  void aDropDuringTheCreationLeavesTheMilestoneUnfunded() {
    Story s = droppedWhileCreated(Plans.pair().policies()).closesAs(HireStatus.ENDED);

    assertThat(s.journal().milestone("m2").state()).isEqualTo(MilestoneState.DROPPED);
    assertThat(s.journal().milestone("m2").milestoneId()).isEqualTo(s.milestoneId("m2"));
    assertThat(s.journal().eventTypes()).contains("milestone.left_unfunded");
    assertThat(s.sent("fund")).isZero();
  }

  @Test
  void aDroppedMilestoneThatPeopleFundInTheAppIsTakenUpAgain() {
    Story s = droppedWhileCreated(Plans.end(EndRule.ON_REQUEST)).fundInApp("m2");
    assertThat(s.state("m2")).isEqualTo(MilestoneState.FUNDED);
    s.paid("m2");

    assertThat(s.state("m2")).isEqualTo(MilestoneState.PAID);
    assertThat(s.sent("release m2")).isEqualTo(1);
  }

  private Story droppedWhileCreated(Policies policies) {
    Story s = asked(Plans.pair(policies)).deaf().next("create m2", Fate.HELD).confirm("hire");
    s.confirmationIsTold(s.approvals("hire").getFirst().id());
    return s.command(DROP).release("create m2").hearing();
  }

  @Test
  void theFirstMilestoneAndOneThatIsAskedForAreNotDropped() {
    Story s = hired(Plans.canonical()).paid("m1");

    assertThat(s.refused(new Command.Drop("m1")).words())
        .isEqualTo("The first milestone cannot be dropped: the hire itself funds it.");
    assertThat(s.refused(DROP).words())
        .isEqualTo("Milestone m2 cannot be dropped now: it is awaiting_funding.");
  }

  @Test
  void aMilestoneThatSomebodyElseMadeTakesNoCommand() {
    Story s = hired(Plans.single());
    String foreign = s.addInApp("70.00");

    assertThat(s.refused(new Command.Drop(foreign)).words()).contains("somebody else made it");
    assertThat(s.refused(new Command.Fund(foreign)).words()).contains("somebody else made it");
    s.fundInApp(foreign);
    assertThat(s.refused(new Command.Release(foreign)).words()).contains("somebody else made it");
  }

  @Test
  void aMilestonesOwnReleaseRuleGoesBeforeThePolicy() {
    MilestonePlan held =
        Plans.milestone(
            "m1", Money.usd("450.00"), FundRule.atStart(), ReleaseRule.ON_REQUEST, null);
    Story s =
        hired(
                Plans.of(
                    Policies.DEFAULT, null, held, Plans.milestone("m2", "250", FundRule.atStart())))
            .confirm("fund m2")
            .deliver("m1")
            .paid("m2")
            .advanceDays(2);
    assertThat(s.state("m1")).isEqualTo(MilestoneState.DELIVERED);
    assertThat(s.journal().hire().waitingFor())
        .singleElement()
        .matches(w -> w.kind() == WaitKind.COMMAND && "m1".equals(w.milestone()));

    s.command(new Command.Release("m1")).closesAs(HireStatus.ENDED);
  }

  @Test
  void workThatWaitsForItsReleaseCommandMayBePaidOrEndedInTheApp() {
    Story s = hired(Plans.pair(Plans.release(ReleaseRule.ON_REQUEST))).confirm("fund m2");
    s.deliver("m1").deliver("m2").payInApp("m1");
    assertThat(s.state("m1")).isEqualTo(MilestoneState.PAID);
    s.endInApp();

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.sent("release")).isZero();
  }

  /** L8: what the marketplace would refuse for good is refused here, in words. */
  @Test
  void l8ADueDateThatIsOverIsRefusedInAnAdditionAndInAChange() {
    Story s = hired(Plans.canonical());
    LocalDate today = LocalDate.ofInstant(s.now(), ZoneOffset.UTC);
    MilestonePlan late = Plans.milestone("m4", "10.00", FundRule.afterPaid("m3"));
    MilestonePlan later = Plans.milestone("m2", "250.00", FundRule.afterPaid("m1"));

    assertThat(s.refused(new Command.AddMilestone(Plans.due(late, today.minusDays(1)))).words())
        .isEqualTo(
            "dueDate %s of milestone m4 is over: today is %s."
                .formatted(today.minusDays(1), today));
    assertThat(s.refused(s.change("1000.00", Plans.due(later, today.minusDays(1)))).words())
        .contains("is over: today is");
    s.command(new Command.AddMilestone(Plans.due(late, today)));
    s.command(s.change("1000.00", Plans.due(later, today)));
  }

  @Test
  void l8ADueDateThatPassesBeforeTheCreationIsToldAndMendedByAChange() {
    LocalDate today = LocalDate.ofInstant(story(Plans.single()).now(), ZoneOffset.UTC);
    MilestonePlan later = Plans.milestone("m2", "250.00", FundRule.afterPaid("m1"));
    Story s =
        hired(Plans.of(Policies.DEFAULT, null, Plans.first(), Plans.due(later, today.plusDays(1))))
            .advanceDays(3)
            .paid("m1");
    assertThat(s.incident(IncidentCause.REQUEST_REJECTED).detail())
        .isEqualTo(
            "The due date %s of milestone m2 has passed, and the marketplace takes no such"
                    .formatted(today.plusDays(1))
                + " milestone. Change its dueDate.");
    assertThat(s.sent("create")).isZero();

    s.command(s.change(null, Plans.due(later, today.plusDays(30)))).closesAs(HireStatus.ENDED);
    assertThat(s.journal().milestone("m2").dueDate()).isEqualTo(today.plusDays(30));
    assertThat(s.journal().incidents())
        .singleElement()
        .matches(incident -> incident.resolution() == null);
  }

  @Test
  void l8ADueDateOfTheFirstMilestoneThatPassesBeforeTheAskIsToldAndMended() {
    LocalDate today = LocalDate.ofInstant(story(Plans.single()).now(), ZoneOffset.UTC);
    Story s = story(Plans.of(Policies.DEFAULT, null, Plans.due(Plans.first(), today)));
    s.command(new Command.Pause()).advanceDays(2).command(new Command.Resume());
    assertThat(s.incident(IncidentCause.REQUEST_REJECTED).milestone()).isEqualTo("m1");
    assertThat(s.sent("hire")).isZero();

    s.command(s.change(null, Plans.first())).closesAs(HireStatus.ENDED);
  }

  private static Command add(String key, FundRule fund) {
    return new Command.AddMilestone(Plans.milestone(key, "100.00", fund));
  }

  private static Command priced(Money amount) {
    return new Command.AddMilestone(Plans.milestone("m2", amount, FundRule.atStart(), null, null));
  }
}
