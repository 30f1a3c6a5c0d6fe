package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ActionKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hire shows as allowed is what its validators accept, in every state that it reaches. */
class AllowedActionsTest {

  static Set<String> scenes() {
    return Scenes.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void exactlyWhatIsShownIsAccepted(String scene) {
    Probe probe = new Probe();
    try (Stage stage = new Stage(probe::watch)) {
      Scenes.named(scene).accept(stage);
    }
    assertThat(probe.contradictions).isEmpty();
    assertThat(probe.refused).isNotEmpty();
  }

  @Test
  void theScenesReachEveryCommandOnBothSides() {
    Probe probe = new Probe();
    for (String scene : Scenes.steered().keySet()) {
      try (Stage stage = new Stage(probe::watch)) {
        Scenes.named(scene).accept(stage);
      }
    }
    // OpenTrain has no disputes.
    assertThat(probe.allowed).isEqualTo(EnumSet.complementOf(EnumSet.of(ActionKind.DISPUTE)));
    assertThat(probe.refused).isEqualTo(EnumSet.allOf(ActionKind.class));
  }
}
