package dev.tenure.lifecycle.hire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A command is carried out once per key, over hand-overs as well, for the latest 1,000 keys. */
class CommandKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private final OpenTrainHire hire =
      OpenTrainHire.requested(
          "hir_1",
          1,
          new HirePlan(
              "default",
              "prp_1",
              null,
              Map.of(),
              List.of(new MilestonePlan("m1", "x", null, Money.usd("1"), null, FundRule.atStart())),
              null,
              false,
              Policies.DEFAULT),
          NOW);

  @Test
  void aHandOverCarriesTheLatestThousandKeysOnly() {
    steer(600);
    assertThat(hire.commands()).hasSize(1_200);
    new OpenTrainLifecycle(hire).handOver(NOW);

    assertThat(hire.commands())
        .hasSize(1_000)
        .containsKeys("pause100", "resume599")
        .doesNotContainKeys("pause0", "resume99");
  }

  @Test
  void aHandOverOfFewKeysForgetsNone() {
    steer(2);
    new OpenTrainLifecycle(hire).handOver(NOW);

    assertThat(hire.commands()).containsOnlyKeys("pause0", "resume0", "pause1", "resume1");
  }

  @Test
  void aKnownKeyChangesNothingAfterAnyNumberOfHandOvers() {
    for (int i = 0; i < 5; i++) {
      steer(100 * i, 100 * (i + 1));
      new OpenTrainLifecycle(hire).handOver(NOW);
    }
    long tick = hire.tick();

    for (int i = 0; i < 500; i++) {
      CommandRequest again = new CommandRequest("pause" + i, new Command.Pause());
      assertThat(new OpenTrainLifecycle(hire).check(again, NOW)).isEmpty();
      assertThat(new OpenTrainLifecycle(hire).command(again, NOW)).isFalse();
    }
    assertThat(hire.paused()).isFalse();
    assertThat(hire.tick()).isEqualTo(tick);
  }

  @Test
  void aCommandMadeFromAnotherVersionIsToldTheOneThatStands() {
    CommandRequest stale = new CommandRequest("k", null, -1L, new Command.Pause());
    assertThat(new OpenTrainLifecycle(hire).check(stale, NOW))
        .map(Rejection::words)
        .hasValue("The hire is at version 0 by now.");
  }

  private void steer(int times) {
    steer(0, times);
  }

  private void steer(int from, int to) {
    for (int i = from; i < to; i++) {
      carryOut("pause" + i, new Command.Pause());
      carryOut("resume" + i, new Command.Resume());
    }
  }

  private void carryOut(String key, Command command) {
    CommandRequest request = new CommandRequest(key, command);
    assertThat(new OpenTrainLifecycle(hire).check(request, NOW)).isEmpty();
    assertThat(new OpenTrainLifecycle(hire).command(request, NOW)).isTrue();
  }
}
