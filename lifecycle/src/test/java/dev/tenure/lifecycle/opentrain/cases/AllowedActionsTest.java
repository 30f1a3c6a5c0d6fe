package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireStatus;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a hire shows as allowed in its states. That exactly this is accepted is tried at every rest
 * of every story, by {@link Probe}.
 */
class AllowedActionsTest extends StoryTest {
  @Test
  void everyActionIsAllowedSomewhereAndForbiddenElsewhere() {
    Set<ActionKind> allowed = EnumSet.noneOf(ActionKind.class);
    Set<ActionKind> forbidden = EnumSet.noneOf(ActionKind.class);
    Story s = asked(Plans.onRequest());
    note(s, allowed, forbidden);
    s.confirm("hire");
    note(s, allowed, forbidden);
    s.command(new Command.Pause());
    note(s, allowed, forbidden);
    s.command(new Command.Resume()).command(new Command.Fund("m2")).decline("fund m2");
    note(s, allowed, forbidden);
    s.command(new Command.End()).confirm("end");
    note(s, allowed, forbidden);

    // A dispute is OpenContract's alone.
    assertThat(allowed).isEqualTo(EnumSet.complementOf(EnumSet.of(ActionKind.DISPUTE)));
    assertThat(forbidden).isEqualTo(EnumSet.allOf(ActionKind.class));
  }

  private static void note(Story s, Set<ActionKind> allowed, Set<ActionKind> forbidden) {
    Set<ActionKind> now = EnumSet.noneOf(ActionKind.class);
    s.journal().hire().allowedActions().forEach(action -> now.add(action.action()));
    allowed.addAll(now);
    Set<ActionKind> others = EnumSet.allOf(ActionKind.class);
    others.removeAll(now);
    forbidden.addAll(others);
  }

  @Test
  void whileTheFirstAskIsUnderWayTheHireCanBeSteered() {
    Story s = story(Plans.onRequest()).next("hire", Fate.HELD).start();

    assertThat(s.journal().hire().allowedActions())
        .containsExactly(
            AllowedAction.of(ActionKind.DROP, "m2"),
            AllowedAction.of(ActionKind.ADD_MILESTONE, null),
            AllowedAction.of(ActionKind.PAUSE, null),
            AllowedAction.of(ActionKind.CHANGE, null),
            AllowedAction.of(ActionKind.CANCEL, null));
  }

  @Test
  void aClosedHireAllowsNothing() {
    Story s = hired(Plans.single()).closesAs(HireStatus.ENDED);

    assertThat(s.journal().hire().allowedActions()).isEmpty();
    assertThat(s.refused(new Command.Pause()).words())
        .isEqualTo("The hire cannot be paused now: the hire is ended.");
  }
}
