package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.Then;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hire may be handed over to a new run at any point, whatever is under way. That every case of
 * this package ends alike when it is handed over at every step is said by {@link StoryTest}.
 */
class HandOverTest extends StoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"hire", "create m2", "fund m2", "release m1", "end"})
  void aWriteThatIsUnderWayWhenTheRunEndsIsNeitherLostNorDoubled(String call) {
    for (Fate fate : new Fate[] {Fate.HELD, Fate.DELAYED}) {
      Story s = story(Plans.canonical()).next(call, fate).start();
      for (int quiet = 0; s.sent(call) == 0; quiet++) {
        assertThat(quiet).isLessThan(20);
        s.somebodyActs();
      }
      s.handOver();
      if (call.equals("create m2") && fate == Fate.DELAYED) {
        s.advanceHours(1).resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.RETRY);
      }
      s.closesAs(HireStatus.ENDED);

      assertThat(s.marketplace().approvals()).hasSize(6);
      assertThat(s.contract().milestones()).hasSize(3);
      assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("800.00"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "approval"})
  void aReadThatIsUnderWayWhenTheRunEndsIsMadeAgain(String call) {
    Story s = asked(Plans.single()).next(call, Fate.HELD).confirm("hire");
    if (call.equals("contract")) {
      s.deliver("m1");
    }
    s.handOver().closesAs(HireStatus.ENDED).withoutIncidents();
  }

  @Test
  void handOversDuringLongWaitsAskNothingTwice() {
    Story s = asked(Plans.canonical());
    for (int i = 0; i < 20; i++) {
      s.handOver().advanceHours(1);
    }
    s.confirm("hire").handOver().deliver("m1").handOver().confirm("release m1").handOver();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.marketplace().approvals()).hasSize(6);
    assertThat(s.sent("create")).isEqualTo(2);
    assertThat(s.sent("hire")).isEqualTo(1);
  }

  @Test
  void aDeclineIsNotForgottenByTheNextRun() {
    Story s = asked(Plans.single()).decline("hire").handOver().advanceDays(1).handOver();
    assertThat(s.sent("hire")).isEqualTo(1);
    assertThat(s.journal().incidents()).hasSize(1);

    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.sent("hire")).isEqualTo(2);
  }

  @Test
  void theCountOfReRequestsIsCarriedOver() {
    Story s = asked(Plans.canonical(Plans.onDeclined(new RefusalPolicy(2, Then.CLOSE))));
    s.decline("hire").handOver().decline("hire").handOver().decline("hire");

    assertThat(s.status()).isEqualTo(HireStatus.DECLINED);
    assertThat(s.sent("hire")).isEqualTo(3);
  }

  @Test
  void anObstacleKeepsItsOneIncidentAcrossRuns() {
    Story s = story(Plans.single()).refuse("hire", IncidentCause.TOKEN_REJECTED).start();
    s.handOver().advanceHours(1).handOver().advanceHours(1);
    assertThat(s.journal().incidents()).hasSize(1);

    s.mend().closesAs(HireStatus.ENDED);
    assertThat(s.journal().incidents()).hasSize(1);
  }

  @Test
  void aDoubtIsCarriedOverFromRunToRun() {
    Story s = hired(Plans.canonical()).next("create m2", Fate.DELAYED).paid("m1").workerDies();
    s.handOver().advanceDays(1).handOver().advanceDays(1);
    assertThat(s.openIncidents()).containsExactly(IncidentCause.MILESTONE_IN_DOUBT);
    assertThat(s.sent("create")).isEqualTo(1);

    s.resolve(IncidentCause.MILESTONE_IN_DOUBT, Resolution.RETRY).closesAs(HireStatus.ENDED);
    assertThat(s.sent("create")).isEqualTo(3);
  }

  @Test
  void aCommandRepeatedInALaterRunIsStillCarriedOutOnce() {
    Story s = hired(Plans.single()).command("k", new Command.End()).handOver();
    s.command("k", new Command.End()).advanceHours(1);

    assertThat(s.journal().summaries("hire.end_commanded")).hasSize(1);
    assertThat(s.sent("end")).isEqualTo(1);
  }

  @Test
  void aChangedPlanIsCarriedOver() {
    Story s = asked(Plans.canonical()).command(new Command.Drop("m2")).handOver();
    s.command(new Command.AddMilestone(Plans.milestone("m4", "50", FundRule.afterPaid("m3"))));
    s.handOver().command(s.change("900.00", Plans.first("300.00"))).handOver();
    s.closesAs(HireStatus.ENDED).withoutIncidents();

    assertThat(s.journal().hire().money().paid()).isEqualTo(Money.usd("450.00"));
    assertThat(s.journal().hire().money().cap()).isEqualTo(Money.usd("900.00"));
    assertThat(s.sent("hire")).isEqualTo(2);
    assertThat(s.sent("create")).isEqualTo(2);
  }

  @Test
  void commandsBetweenHandOversAreEachCarriedOutOnce() {
    Story s = hired(Plans.onRequest());
    for (int i = 0; i < 8; i++) {
      s.command("p" + i, new Command.Pause()).handOver().command("r" + i, new Command.Resume());
    }
    s.command(new Command.Fund("m2")).confirm("fund m2").command(new Command.End());
    s.closesAs(HireStatus.ENDED);

    assertThat(s.journal().summaries("hire.paused")).hasSize(8);
    assertThat(s.journal().summaries("hire.resumed")).hasSize(8);
    assertThat(s.sent("fund")).isEqualTo(1);
  }

  /** L5: the Cancel button in the instant of a hand-over is a command like any other. */
  @Test
  void l5ACancelWhileTheAskIsHandedOverIsCarriedOutByTheNextRun() {
    Story s = story(Plans.single()).next("hire", Fate.HELD).start();
    s.command(new Command.Cancel()).handOver();
    assertThat(s.status()).isEqualTo(HireStatus.CANCELLING);
    s.advanceHours(1).decline("hire");

    assertThat(s.status()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.approvals("hire")).hasSize(1);
  }

  @Test
  void everyRunNamesTheOneThatItCarriesOn() {
    Story s = asked(Plans.single()).handOver();

    assertThat(s.hire().recorded().continuedFrom()).startsWith("run_");
    assertThat(s.closesAs(HireStatus.ENDED).journal().events().getLast().number())
        .as("numbers never begin anew")
        .isEqualTo(s.journal().events().size());
  }
}
