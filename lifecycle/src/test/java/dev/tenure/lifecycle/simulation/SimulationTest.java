package dev.tenure.lifecycle.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.Simulation.Mode;
import dev.tenure.lifecycle.simulation.Simulation.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hires in a seeded world; {@code lifecycle/simulate} runs many more of them. */
final class SimulationTest {
  private static final long SEEDS = 5_000;

  @ParameterizedTest
  @EnumSource
  void everythingHolds(Mode mode) {
    List<Outcome> failed =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> Simulation.run(seed, mode, Rules.PRODUCT))
            .filter(outcome -> !outcome.clean())
            .toList();
    assertThat(failed).withFailMessage(() -> told(failed)).isEmpty();
  }

  /** Late arrivals and late news, a search that goes on for weeks, a changed policy. */
  @ParameterizedTest
  @CsvSource({
    "416052, SAFETY",
    "434291, SAFETY",
    "454446, LIVENESS",
    "507894, SAFETY",
    "546682, SAFETY",
    "572248, LIVENESS",
    "776080, LIVENESS",
    "885602, LIVENESS",
    "998338, LIVENESS",
  })
  void whatWasFoundOnceStaysMended(long seed, Mode mode) {
    Outcome outcome = Simulation.run(seed, mode, Rules.PRODUCT);

    assertThat(outcome.clean()).withFailMessage(() -> told(List.of(outcome))).isTrue();
  }

  /** With no faults and no random actors hires go their way, with as many calls as they need. */
  @Test
  void withoutFaultsHiresEnd() {
    Restriction plain = new Restriction(EnumSet.allOf(Feature.class), 3);
    int ended = 0;
    for (long seed = 1; seed <= 100; seed++) {
      Outcome outcome =
          Simulation.run(seed, Mode.SAFETY, Rules.PRODUCT, plain, Trace.none(), new Tally());
      assertThat(outcome.clean()).withFailMessage(() -> told(List.of(outcome))).isTrue();
      assertThat(outcome.calls()).isLessThan(90);
      ended += outcome.tally().counts().containsKey("closed as ended") ? 1 : 0;
    }
    // People who need longer than an approval's window let the others expire.
    assertThat(ended).isGreaterThan(50);
  }

  private static String told(List<Outcome> failed) {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(words, true, StandardCharsets.UTF_8);
    out.println(failed.size() + " runs are not clean");
    failed.stream().limit(3).forEach(outcome -> Report.failure(outcome, Rules.PRODUCT, out));
    return words.toString(StandardCharsets.UTF_8);
  }
}
