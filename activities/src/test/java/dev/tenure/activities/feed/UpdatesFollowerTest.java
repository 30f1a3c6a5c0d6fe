package dev.tenure.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Eventually;
import dev.tenure.activities.LongActivity;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.workflows.feed.FeedActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpdatesFollowerTest {

  private final String account = RealJournal.account();
  private final UpdatesFeed feed = RealJournal.feed();
  private final ShutdownSignal stopping = new ShutdownSignal();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger waits = new AtomicInteger();
  private volatile Duration wait = Duration.ZERO;
  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  private volatile @Nullable String trouble;

  @AfterEach
  void close() {
    stopping.begin();
    temporal.close();
  }

  @Test
  void itLooksAgainAndAgain() throws Exception {
    CompletableFuture<Void> following = follow(Duration.ofDays(1));
    Eventually.holds(() -> assertThat(looks).hasValueGreaterThan(3));
    assertThat(following).isNotDone();
  }

  @Test
  void whenItsWorkerStopsAnotherOneTakesOverAtOnce() throws Exception {
    CompletableFuture<Void> following = follow(Duration.ofDays(1));
    Eventually.holds(() -> assertThat(looks).hasPositiveValue());
    stopping.begin();
    ApplicationFailure failure = (ApplicationFailure) cause(following);
    assertThat(failure.getType()).isEqualTo(LongActivity.WORKER_STOPPING);
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getNextRetryDelay()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void itEndsWhenItIsCancelled() throws Exception {
    CompletableFuture<Void> following = follow(Duration.ofDays(1));
    Eventually.holds(() -> assertThat(looks).hasPositiveValue());
    temporal.requestCancelActivity();
    assertThat(cause(following)).isInstanceOf(CanceledFailure.class);
  }

  @Test
  void itReturnsBeforeItsTimeIsUp() throws Exception {
    assertThat(follow(Duration.ofSeconds(8)).get(2, TimeUnit.MINUTES)).isNull();
  }

  @Test
  void aTroubleIsRememberedInTheJournalUntilItIsOver() throws Exception {
    trouble = "no road to the marketplace";
    CompletableFuture<Void> following = follow(Duration.ofDays(1));
    Eventually.holds(
        () -> assertThat(feed.lastError(account)).contains("no road to the marketplace"));
    trouble = null;
    Eventually.holds(() -> assertThat(feed.lastError(account)).isEmpty());
    assertThat(following).isNotDone();
  }

  /** W9. */
  @Test
  void itAsksForNoPageBeforeThereIsACallToSpare() throws Exception {
    wait = Duration.ofDays(1);
    CompletableFuture<Void> following = follow(Duration.ofDays(1));
    Eventually.holds(() -> assertThat(waits).hasPositiveValue());
    assertThat(looks).hasValue(0);
    assertThat(following).isNotDone();
  }

  private CompletableFuture<Void> follow(Duration term) {
    temporal.registerActivitiesImplementations(
        new UpdatesFollower(
            source(), feed, (hire, notifications) -> {}, stopping, Duration.ofMillis(10)));
    FeedActivities activities =
        temporal.newActivityStub(
            FeedActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(term)
                .setHeartbeatTimeout(Duration.ofMinutes(1))
                .build());
    return CompletableFuture.runAsync(() -> activities.followUpdates(account));
  }

  private UpdatesSource source() {
    return new UpdatesSource() {
      @Override
      public Duration untilNext(boolean catchingUp) {
        waits.incrementAndGet();
        return wait;
      }

      @Override
      public Page after(@Nullable String cursor) throws NoPageException {
        return page();
      }
    };
  }

  private Page page() throws NoPageException {
    looks.incrementAndGet();
    if (trouble != null) {
      throw new NoPageException(trouble, new IOException(trouble), null);
    }
    return new Page(List.of(), "1", false);
  }

  private static Throwable cause(CompletableFuture<Void> following) {
    Throwable failure =
        catchThrowableOfType(ExecutionException.class, () -> following.get(2, TimeUnit.MINUTES));
    Throwable cause = Objects.requireNonNull(failure.getCause());
    return cause instanceof ActivityFailure ? Objects.requireNonNull(cause.getCause()) : cause;
  }
}
