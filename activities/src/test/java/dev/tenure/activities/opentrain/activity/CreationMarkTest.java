package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which attempts may be a second one. */
class CreationMarkTest {

  @ParameterizedTest(name = "attempt {0}, scheduled with its activity: {1}, word \"{2}\": {3}")
  @CsvSource({
    // The first of its activity.
    "1, true, , false",
    // Reset in Temporal's UI, with its heartbeats or without.
    "1, false, , true",
    "1, false, wrote nothing in attempt 1, true",
    "1, false, wrote nothing in attempt 3, true",
    // The attempt before was answered with a refusal.
    "2, false, wrote nothing in attempt 1, false",
    "7, false, wrote nothing in attempt 6, false",
    // It died; what an earlier one left says nothing of it.
    "2, false, , true",
    "3, false, wrote nothing in attempt 1, true",
    "3, false, something else, true",
  })
  void onlyTheFirstAndThoseAfterAnInnocentOneMayWrite(
      int attempt, boolean atOnce, @Nullable String word, boolean maybeSecond) {
    assertThat(CreationMark.maybeSecond(attempt, atOnce, Optional.ofNullable(word)))
        .isEqualTo(maybeSecond);
  }
}
