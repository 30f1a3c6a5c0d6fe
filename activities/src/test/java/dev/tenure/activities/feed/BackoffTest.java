package dev.tenure.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(new Random(7));

  @Test
  void waitsDoubleUpToThirtySecondsAndVary() {
    long whole = 1_000;
    for (int failure = 0; failure < 10; failure++) {
      assertThat(backoff.next(null).toMillis()).isBetween(whole / 2, whole);
      whole = Math.min(whole * 2, 30_000);
    }
  }

  @Test
  void aLongerWaitThatIsAskedForIsKept() {
    assertThat(backoff.next(Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
    assertThat(backoff.next(Duration.ofMillis(1))).isGreaterThan(Duration.ofMillis(500));
  }

  @Test
  void afterASuccessItBeginsAnew() {
    assertThat(backoff.reset()).isFalse();
    backoff.next(null);
    backoff.next(null);
    assertThat(backoff.reset()).isTrue();
    assertThat(backoff.next(null)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }
}
