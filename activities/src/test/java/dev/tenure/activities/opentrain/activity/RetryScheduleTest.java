package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.opentrain.client.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import dev.tenure.workflows.marketplace.Pace;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private static final RetryOptions RETRIES =
      RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(200)).build();

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aMarketplaceThatHangsIsGivenUpAfterTwoMinutesAndNotAfterAllAttempts() {
    // Four calls of thirty seconds each, and the pauses between them.
    RetrySchedule fourth =
        RetrySchedule.begin(Pace.FAST, RETRIES, 4, Duration.ofMillis(91_400), nanos::get);
    assertThat(fourth.failure(lost()).isNonRetryable()).isFalse();

    nanos.set(Duration.ofSeconds(30).toNanos());

    assertThat(fourth.failure(lost()).isNonRetryable()).isTrue();
  }

  @Test
  void aWorkerThatWasAwayForLongDoesNotMakeAnOutage() {
    RetrySchedule first =
        RetrySchedule.begin(Pace.FAST, RETRIES, 2, Duration.ofHours(1), nanos::get);

    assertThat(first.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void aSlowCallGoesOnForAsLongAsItTakes() {
    RetrySchedule slow =
        RetrySchedule.begin(Pace.SLOW, RETRIES, 40, Duration.ofHours(9), nanos::get);

    assertThat(slow.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void aCallOfAHistoryThatBeganWithoutAPaceIsFast() {
    RetrySchedule untold = RetrySchedule.begin(null, null, 9, Duration.ofHours(9), nanos::get);

    assertThat(untold.slow()).isFalse();
    assertThat(untold.isLongEnough()).isTrue();
  }

  @Test
  void tooManyCallsAreToldOnlyWhenTheyOutlastTheFastPhase() {
    RetrySchedule third =
        RetrySchedule.begin(Pace.FAST, RETRIES, 3, Duration.ofSeconds(30), nanos::get);
    assertThat(third.failure(limited(null)).getType()).isEqualTo(Obstacle.UNAVAILABLE);

    RetrySchedule late =
        RetrySchedule.begin(Pace.FAST, RETRIES, 9, Duration.ofSeconds(116), nanos::get);
    assertThat(late.failure(limited(null)).getType()).isEqualTo("rate_limited");
    RetrySchedule last =
        RetrySchedule.begin(Pace.FAST, fast(14), 14, Duration.ofSeconds(90), nanos::get);
    assertThat(last.failure(limited(null)).getType()).isEqualTo("rate_limited");
    assertThat(last.failure(lost()).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void tooManyCallsOnASlowCallAreAnObstacleAtOnce() {
    RetrySchedule slow = RetrySchedule.begin(Pace.SLOW, RETRIES, 1, Duration.ZERO, nanos::get);
    assertThat(slow.failure(limited(null)).getType()).isEqualTo("rate_limited");
    assertThat(slow.failure(limited(null)).isNonRetryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, PT1S", "2, PT2S", "4, PT8S", "5, PT15S", "14, PT15S"})
  void withoutAWaitThePausesGrow(int attempt, Duration pause) {
    RetrySchedule trial =
        RetrySchedule.begin(Pace.FAST, RETRIES, attempt, Duration.ZERO, nanos::get);
    assertThat(trial.failure(limited(null)).getNextRetryDelay()).isEqualTo(pause);
  }

  @Test
  void aWaitIsKeptButAShortOneNeverMakesThePausesShorter() {
    RetrySchedule fast = RetrySchedule.begin(Pace.FAST, RETRIES, 5, Duration.ZERO, nanos::get);
    assertThat(fast.failure(limited(Duration.ofSeconds(1))).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(fast.failure(limited(Duration.ofSeconds(40))).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(40));
    RetrySchedule slow = RetrySchedule.begin(Pace.SLOW, RETRIES, 3, Duration.ZERO, nanos::get);
    assertThat(slow.failure(limited(null)).getNextRetryDelay()).isNull();
    assertThat(slow.failure(limited(Duration.ofSeconds(40))).getNextRetryDelay()).isNull();
    assertThat(slow.failure(limited(Duration.ofMinutes(5))).getNextRetryDelay())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aWriteThatMayHaveRunIsTheEndOfItsCall() {
    RetrySchedule trial = RetrySchedule.begin(Pace.FAST, RETRIES, 1, Duration.ZERO, nanos::get);
    assertThat(trial.failureOfWrite(lost()).getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(trial.failureOfWrite(limited(null)).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  private static RetryOptions fast(int attempts) {
    return RetryOptions.newBuilder(RETRIES).setMaximumAttempts(attempts).build();
  }

  private static Unavailable limited(@Nullable Duration retryAfter) {
    return Unavailable.limited(new Verdict.Limited("too many calls", retryAfter));
  }

  private static Unavailable lost() {
    return Unavailable.unanswered("no answer", null, null);
  }
}
