package dev.tenure.cli.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1));

  @Test
  void eachDeathInARowWaitsLongerUpToTheLongest() {
    assertThat(backoff.delay(1)).hasSeconds(1);
    assertThat(backoff.delay(2)).hasSeconds(2);
    assertThat(backoff.delay(4)).hasSeconds(8);
    assertThat(backoff.delay(5)).hasSeconds(10);
    assertThat(backoff.delay(5_000)).hasSeconds(10);
  }

  @Test
  void aProcessThatLivedForAWhileStartsOverWithTheShortWait() {
    assertThat(backoff.deathsAfter(6, Duration.ofSeconds(59))).isEqualTo(7);
    assertThat(backoff.deathsAfter(6, Duration.ofSeconds(60))).isEqualTo(1);
  }
}
