package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final RetryOptions FAST =
      RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(200)).build();
  private static final RetryOptions SLOW =
      RetryOptions.newBuilder().setInitialInterval(MarketplaceActivities.SLOW_FROM).build();

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aMarketplaceThatHangsIsGivenUpAfterTwoMinutesAndNotAfterAllAttempts() {
    // Four calls of thirty seconds each, and the pauses between them.
    Trial fourth = Trial.begin(FAST, 4, Duration.ofMillis(91_400), nanos::get);
    assertThat(fourth.failure(lost()).isNonRetryable()).isFalse();

    nanos.set(Duration.ofSeconds(30).toNanos());

    assertThat(fourth.failure(lost()).isNonRetryable()).isTrue();
  }

  @Test
  void aWorkerThatWasAwayForLongDoesNotMakeAnOutage() {
    Trial first = Trial.begin(FAST, 2, Duration.ofHours(1), nanos::get);

    assertThat(first.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void aSlowCallGoesOnForAsLongAsItTakes() {
    Trial slow = Trial.begin(SLOW, 40, Duration.ofHours(9), nanos::get);

    assertThat(slow.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void whereTheServiceTellsNothingTheAttemptsAreCounted() {
    Trial untold = Trial.begin(null, 9, Duration.ofHours(9), nanos::get);

    assertThat(untold.isLongEnough()).isFalse();
  }

  private static Unavailable lost() {
    return new Unavailable("no answer", null, null, true);
  }
}
