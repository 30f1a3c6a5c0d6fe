package dev.tenure.workflows.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds of the simulation on the real shell; {@code workflows/seeds} runs many of them. */
class SeedsOnTheShellTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aSeedHolds(long seed) {
    Outcome outcome = Seed.run(seed);
    // A server that is stuck says nothing about the shell.
    assumeThat(outcome.kind()).isNotEqualTo(Outcome.Kind.INCONCLUSIVE);

    assertThat(outcome.kind()).as(outcome.told()).isEqualTo(Outcome.Kind.GOOD);
  }
}
