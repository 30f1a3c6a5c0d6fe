package dev.tenure.activities.call;

import static dev.tenure.model.hire.IncidentCause.PAYMENT_METHOD_REQUIRED;
import static dev.tenure.model.hire.IncidentCause.RATE_LIMITED;
import static dev.tenure.model.hire.IncidentCause.TOKEN_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

  private static final RetryOptions FAST =
      RetryOptions.newBuilder().setInitialInterval(Duration.ofMillis(200)).build();
  private static final RetryOptions SLOW =
      RetryOptions.newBuilder().setInitialInterval(MarketplaceCall.HELD_INTERVAL).build();

  private static final MarketplaceCall FREE = new MilestoneAsk("mst_1");

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void aMarketplaceThatHangsIsGivenUpAfterTwoMinutesAndNotAfterAllAttempts() {
    // Four calls of thirty seconds each, and the pauses between them.
    RetrySchedule fourth =
        RetrySchedule.begin(FREE, FAST, 4, Duration.ofMillis(91_400), nanos::get);
    assertThat(fourth.failure(lost()).isNonRetryable()).isFalse();

    nanos.set(Duration.ofSeconds(30).toNanos());

    assertThat(fourth.failure(lost()).isNonRetryable()).isTrue();
  }

  @Test
  void aWorkerThatWasAwayForLongDoesNotMakeAnOutage() {
    RetrySchedule first = RetrySchedule.begin(FREE, FAST, 2, Duration.ofHours(1), nanos::get);

    assertThat(first.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void aSlowCallGoesOnForAsLongAsItTakes() {
    RetrySchedule slow =
        RetrySchedule.begin(heldBy(RATE_LIMITED), SLOW, 40, Duration.ofHours(9), nanos::get);

    assertThat(slow.failure(lost()).isNonRetryable()).isFalse();
  }

  @Test
  void whereTheServiceTellsNothingTheAttemptsAreCounted() {
    RetrySchedule untold = RetrySchedule.begin(FREE, null, 9, Duration.ofHours(9), nanos::get);

    assertThat(untold.isLongEnough()).isFalse();
  }

  @Test
  void tooManyCallsAreToldOnlyWhenTheyOutlastTheFastPhase() {
    RetrySchedule third = RetrySchedule.begin(FREE, FAST, 3, Duration.ofSeconds(30), nanos::get);
    assertThat(third.failure(limited(null)).getType()).isEqualTo(Obstacle.UNAVAILABLE);

    RetrySchedule late = RetrySchedule.begin(FREE, FAST, 9, Duration.ofSeconds(116), nanos::get);
    assertThat(late.failure(limited(null)).getType()).isEqualTo("rate_limited");
    assertThat(late.failure(limited(null)).isNonRetryable()).isTrue();
    RetrySchedule last =
        RetrySchedule.begin(FREE, fast(14), 14, Duration.ofSeconds(90), nanos::get);
    assertThat(last.failure(limited(null)).getType()).isEqualTo("rate_limited");
    assertThat(last.failure(lost()).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  @Test
  void tooManyCallsOnASlowCallAreAnObstacleAtOnce() {
    RetrySchedule slow =
        RetrySchedule.begin(heldBy(RATE_LIMITED), SLOW, 1, Duration.ZERO, nanos::get);
    assertThat(slow.failure(limited(null)).getType()).isEqualTo("rate_limited");
    assertThat(slow.failure(limited(null)).isNonRetryable()).isFalse();
  }

  @Test
  void aCallThatItsAccountHasNoTurnForIsNeverAnObstacleNorAnOutage() {
    Unavailable throttled = Unavailable.throttled("the calls are taken", Duration.ofSeconds(20));
    RetrySchedule first = RetrySchedule.begin(FREE, fast(14), 1, Duration.ZERO, nanos::get);
    assertThat(first.failure(throttled).getType()).isEqualTo(MarketplaceCall.THROTTLED);
    assertThat(first.failure(throttled).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(20));
    assertThat(first.failure(throttled).isNonRetryable()).isFalse();
    RetrySchedule late = RetrySchedule.begin(FREE, fast(14), 14, Duration.ofMinutes(5), nanos::get);
    assertThat(late.failure(throttled).getType()).isEqualTo(MarketplaceCall.THROTTLED);
    assertThat(late.failure(throttled).isNonRetryable()).as("made again anew").isTrue();
    RetrySchedule slow =
        RetrySchedule.begin(heldBy(RATE_LIMITED), SLOW, 40, Duration.ofHours(9), nanos::get);
    assertThat(slow.failure(throttled).getType()).isEqualTo(MarketplaceCall.THROTTLED);
    assertThat(slow.failure(throttled).isNonRetryable()).isFalse();
  }

  @Test
  void anObstacleEndsACallUnlessTheCallIsHeldByItAlready() {
    RetrySchedule held =
        RetrySchedule.begin(
            heldBy(PAYMENT_METHOD_REQUIRED), SLOW, 3, Duration.ofHours(1), nanos::get);
    assertThat(held.ended(obstacle(PAYMENT_METHOD_REQUIRED)).isNonRetryable()).isFalse();
    assertThat(held.ended(obstacle(TOKEN_REJECTED)).isNonRetryable()).isTrue();
    assertThat(held.failure(limited(null)).isNonRetryable()).isTrue();

    RetrySchedule fast = RetrySchedule.begin(FREE, FAST, 1, Duration.ZERO, nanos::get);
    assertThat(fast.ended(obstacle(PAYMENT_METHOD_REQUIRED)).isNonRetryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, PT1S", "2, PT2S", "4, PT8S", "5, PT15S", "14, PT15S"})
  void withoutAWaitThePausesGrow(int attempt, Duration pause) {
    RetrySchedule trial = RetrySchedule.begin(FREE, FAST, attempt, Duration.ZERO, nanos::get);
    assertThat(trial.failure(limited(null)).getNextRetryDelay()).isEqualTo(pause);
  }

  @Test
  void aWaitIsKeptButAShortOneNeverMakesThePausesShorter() {
    RetrySchedule fast = RetrySchedule.begin(FREE, FAST, 5, Duration.ZERO, nanos::get);
    assertThat(fast.failure(limited(Duration.ofSeconds(1))).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(fast.failure(limited(Duration.ofSeconds(40))).getNextRetryDelay())
        .isEqualTo(Duration.ofSeconds(40));
    RetrySchedule slow =
        RetrySchedule.begin(heldBy(RATE_LIMITED), SLOW, 3, Duration.ZERO, nanos::get);
    assertThat(slow.failure(limited(null)).getNextRetryDelay()).isNull();
    assertThat(slow.failure(limited(Duration.ofSeconds(40))).getNextRetryDelay()).isNull();
    assertThat(slow.failure(limited(Duration.ofMinutes(5))).getNextRetryDelay())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aWriteThatMayHaveRunIsTheEndOfItsCall() {
    RetrySchedule trial = RetrySchedule.begin(FREE, FAST, 1, Duration.ZERO, nanos::get);
    assertThat(trial.failureOfWrite(lost()).getType()).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(trial.failureOfWrite(limited(null)).getType()).isEqualTo(Obstacle.UNAVAILABLE);
  }

  private static MarketplaceCall heldBy(IncidentCause cause) {
    return new MilestoneAsk("mst_1", cause);
  }

  private static ApplicationFailure obstacle(IncidentCause cause) {
    return ApplicationFailure.newBuilder().setMessage("held").setType(cause.wire()).build();
  }

  private static RetryOptions fast(int attempts) {
    return RetryOptions.newBuilder(FAST).setMaximumAttempts(attempts).build();
  }

  private static Unavailable limited(@Nullable Duration retryAfter) {
    return Unavailable.limited("too many calls", retryAfter);
  }

  private static Unavailable lost() {
    return Unavailable.unanswered("no answer", null, null);
  }
}
