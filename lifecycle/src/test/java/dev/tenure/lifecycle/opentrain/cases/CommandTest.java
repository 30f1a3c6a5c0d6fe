package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.ReleaseRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands: once per key, refused in words, in any order with what the marketplace tells. */
class CommandTest extends StoryTest {
  @Test
  void theReleaseOnRequestWaitsForItsCommand() {
    Story s = hired(Plans.single(Plans.release(ReleaseRule.ON_REQUEST))).deliver("m1");
    s.advanceDays(3);
    assertThat(s.sent("release")).isZero();
    assertThat(s.state("m1")).isEqualTo(MilestoneState.DELIVERED);

    s.command(new Command.Release("m1")).closesAs(HireStatus.ENDED);
    assertThat(s.sent("release")).isEqualTo(1);
  }

  @Test
  void aMilestoneCanBeReleasedBeforeItsDelivery() {
    Story s = hired(Plans.single()).command(new Command.Release("m1"));
    assertThat(s.journal().hire().allowedActions())
        .noneMatch(action -> action.action() == ActionKind.RELEASE);

    s.confirm("release m1");
    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.journal().milestone("m1").state()).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void aDeclinedReleaseByCommandIsAskedAgainThroughItsIncident() {
    Story s = hired(Plans.single()).command(new Command.Release("m1")).decline("release m1");
    s.resolve(IncidentCause.APPROVAL_DECLINED, Resolution.RETRY).closesAs(HireStatus.ENDED);

    assertThat(s.sent("release")).isEqualTo(2);
  }

  @Test
  void aForbiddenCommandIsRefusedWithWhatIsAllowedAndWritesNothing() {
    Story s = asked(Plans.single()).decline("hire");
    String incident = s.incident(IncidentCause.APPROVAL_DECLINED).id();
    List<String> events = List.copyOf(s.journal().eventTypes());
    long version = s.journal().hire().version();

    assertThat(s.refused(new Command.Release("m1")).words())
        .isEqualTo("Milestone m1 cannot be released now: it is planned.");
    assertThat(s.refused(new Command.Release("m9")).words()).contains("there is no such milestone");
    assertThat(s.refused(new Command.Resolve("inc_x", Resolution.RETRY)).words())
        .isEqualTo("Incident inc_x is not open.");
    Rejection end = s.refused(new Command.End());
    assertThat(end.code()).isNull();
    assertThat(end.allowedActions())
        .containsExactly(
            AllowedAction.of(ActionKind.ADD_MILESTONE, null),
            AllowedAction.of(ActionKind.PAUSE, null),
            AllowedAction.of(ActionKind.CHANGE, null),
            AllowedAction.of(ActionKind.CANCEL, null),
            new AllowedAction(
                ActionKind.RESOLVE, incident, List.of(Resolution.RETRY, Resolution.ABORT)));

    s.advanceHours(1);
    assertThat(s.journal().eventTypes()).isEqualTo(events);
    assertThat(s.journal().hire().version()).isEqualTo(version);
  }

  @Test
  void theSameKeyTwiceIsCarriedOutOnce() {
    Story s = hired(Plans.single()).command("k", new Command.End());
    long version = s.journal().hire().version();
    s.command("k", new Command.End());

    assertThat(s.journal().hire().version()).isEqualTo(version);
    assertThat(s.journal().summaries("hire.end_commanded")).hasSize(1);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.refused(new Command.End()).words())
        .isEqualTo("The contract cannot be ended now: the end of its contract is commanded.");
  }

  /** The key says which command it is; what it looked like the second time does not matter here. */
  @Test
  void aKeyThatWasSeenIsNotRefusedByTheStateItLedToOrByAVersion() {
    Story s = hired(Plans.single()).command("k", new Command.Pause());
    s.command(new CommandRequest("k", "somebody", 1L, new Command.Pause()));

    assertThat(s.journal().summaries("hire.paused")).hasSize(1);
    assertThat(s.refused(new Command.Pause()).words())
        .isEqualTo("The hire cannot be paused now: the hire is paused.");
  }

  @Test
  void aCommandThatRacesTheDeliveryAsksOnce() {
    Story s = hired(Plans.single()).deaf().deliver("m1").command(new Command.Release("m1"));
    s.hearing().sweep().closesAs(HireStatus.ENDED);

    assertThat(s.sent("release")).isEqualTo(1);
  }

  @Test
  void aDeliveryThatWasAskedForAlreadyRefusesTheCommand() {
    Story s = hired(Plans.single()).deliver("m1");

    assertThat(s.refused(new Command.Release("m1")).words())
        .isEqualTo("Milestone m1 cannot be released now: it is awaiting_release.");
  }

  @Test
  void anEndThatRacesTheLastConfirmationEndsOnce() {
    Story s = hired(Plans.single()).deliver("m1").deaf().confirm("release m1");
    s.command(new Command.End()).hearing().advance(Duration.ofDays(3));

    assertThat(s.status()).isEqualTo(HireStatus.ENDED);
    assertThat(s.contract().active()).isFalse();
    assertThat(s.journal().summaries("contract.ended")).hasSize(1);
    assertThat(s.sent("end")).isEqualTo(1);
  }

  @Test
  void anEndAndTheConfirmationOfAFundingLeaveNoMoneyBehind() {
    Story s = hired(Plans.canonical()).paid("m1").deaf().confirm("fund m2");
    s.command(new Command.End()).hearing().closesAs(HireStatus.ENDED);

    assertThat(s.contract().active()).isFalse();
    assertThat(s.sent("fund")).isEqualTo(1);
    assertThat(s.sent("end")).isEqualTo(1);
    assertThat(s.marketplace().ledger().of(s.contract().id()).escrow()).isZero();
  }

  @Test
  void aDropAndTheFundingOfTheSameMilestoneNeverBothHappen() {
    Story dropped = hired(Plans.canonical()).deliver("m1").command(new Command.Drop("m2"));
    dropped.closesAs(HireStatus.ENDED);
    assertThat(dropped.sent("fund m2")).isZero();

    Story funded = hired(Plans.canonical()).next("fund m2", Fate.HELD).paid("m1");
    assertThat(funded.refused(new Command.Drop("m2")).words())
        .isEqualTo("Milestone m2 cannot be dropped now: it is awaiting_funding.");
    funded.release("fund m2").closesAs(HireStatus.ENDED);
    assertThat(funded.state("m2")).isEqualTo(MilestoneState.PAID);
  }

  @Test
  void anAdditionAndTheEndThatComesByItselfAgreeOnWhoWasFirst() {
    Command add = new Command.AddMilestone(Plans.milestone("m2", "100.00", FundRule.atStart()));
    Story added = hired(Plans.single()).deliver("m1").command(add).closesAs(HireStatus.ENDED);
    assertThat(added.journal().hire().money().paid()).hasToString("$550.00");

    Story ending = hired(Plans.single()).next("end", Fate.HELD).paid("m1");
    assertThat(ending.refused(add).words())
        .isEqualTo("No milestone can be added now: the hire is ending.");
    ending.release("end");
    assertThat(ending.status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void whoCommandedStandsInTheEvents() {
    Story s = hired(Plans.onRequest());
    List<Command> commands =
        List.of(
            new Command.Pause(),
            new Command.Resume(),
            s.change("2000.00"),
            new Command.AddMilestone(Plans.milestone("m3", "10.00", FundRule.onRequest())),
            new Command.Fund("m2"),
            new Command.Release("m1"),
            new Command.End());
    for (int i = 0; i < commands.size(); i++) {
      s.command(new CommandRequest("k" + i, "usr_" + i, null, commands.get(i)));
    }

    assertThat(s.journal().events().stream().filter(event -> event.data().containsKey("actor")))
        .extracting(HireEvent::type, event -> event.data().get("actor"))
        .containsExactly(
            tuple("hire.paused", "usr_0"),
            tuple("hire.resumed", "usr_1"),
            tuple("hire.changed", "usr_2"),
            tuple("milestone.added", "usr_3"),
            tuple("milestone.fund_commanded", "usr_4"),
            tuple("milestone.release_commanded", "usr_5"),
            tuple("hire.end_commanded", "usr_6"));
  }

  @Test
  void whoAnsweredAnIncidentOrDroppedAMilestoneStandsInTheEvents() {
    Story s = hired(Plans.overlapping());
    s.command(new CommandRequest("cancelled", "usr_1", null, new Command.Pause()));
    s.command(new CommandRequest("resumed", "usr_1", null, new Command.Resume()));
    s.decline("fund m2");
    String incident = s.incident(IncidentCause.APPROVAL_DECLINED).id();
    s.command(
        new CommandRequest(
            "resolved", "usr_2", null, new Command.Resolve(incident, Resolution.RETRY)));
    s.decline("fund m2");
    s.command(new CommandRequest("dropped", "usr_3", null, new Command.Drop("m2")));

    assertThat(actors(s, "incident.closed")).contains("usr_2");
    assertThat(actors(s, "milestone.dropped")).contains("usr_3");
  }

  private static List<String> actors(Story s, String type) {
    List<String> actors = new ArrayList<>();
    for (HireEvent event : s.journal().events()) {
      String actor = event.data().get("actor");
      if (event.type().equals(type) && actor != null) {
        actors.add(actor);
      }
    }
    return actors;
  }
}
