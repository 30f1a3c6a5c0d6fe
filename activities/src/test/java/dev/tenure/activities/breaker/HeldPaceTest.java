package dev.tenure.activities.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldPaceTest {

  @ParameterizedTest
  @CsvSource({"1, 4", "1, 1000", "20, 61", "100, 10000"})
  void allHeldCallsTogetherTakeATenthOfTheAccountsCalls(double callsPerSecond, int held) {
    Duration next = Objects.requireNonNull(new HeldPace(callsPerSecond).next(held));
    assertThat(held / (next.toMillis() / 1000.0)).isLessThanOrEqualTo(callsPerSecond / 10);
  }

  @Test
  void aFewKeepTheirOwnPace() {
    assertThat(new HeldPace(1).next(3)).isNull();
    assertThat(new HeldPace(20).next(60)).isNull();
  }
}
