package dev.tenure.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The activity that runs on this thread, where it does the same again and again: until it is
 * cancelled, which it learns by its heartbeats, until the worker stops, or until its attempt would
 * soon be timed out, when its workflow begins anew.
 */
public final class LongActivity {

  /** Failure type of one whose worker stops: another worker shall take over at once. */
  public static final String WORKER_STOPPING = "worker_stopping";

  private static final Duration HAND_OVER = Duration.ofMillis(100);
  private static final Duration SLICE = Duration.ofSeconds(1);

  private final ActivityExecutionContext context;
  private final ShutdownSignal shutdown;
  private final String stops;

  private LongActivity(ActivityExecutionContext context, ShutdownSignal shutdown, String stops) {
    this.context = context;
    this.shutdown = shutdown;
    this.stops = stops;
  }

  /**
   * The one that runs on this thread.
   *
   * @param stops words for the end of the worker
   */
  public static LongActivity of(ShutdownSignal shutdown, String stops) {
    return new LongActivity(Activity.getExecutionContext(), shutdown, stops);
  }

  /**
   * Repeats the round, each after the rest that the one before asked for.
   *
   * @throws ApplicationFailure of type {@link #WORKER_STOPPING} when the worker stops
   */
  public void repeat(Supplier<Duration> round) {
    Duration term = context.getInfo().getStartToCloseTimeout().dividedBy(10).multipliedBy(9);
    long end = System.nanoTime() + term.toNanos();
    while (System.nanoTime() - end < 0) {
      rest(round.get());
    }
  }

  /** Rests in slices with a beat each. */
  private void rest(Duration time) {
    Duration left = time;
    do {
      Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      if (stopsWithin(slice)) {
        throw ApplicationFailure.newBuilder()
            .setMessage(stops)
            .setType(WORKER_STOPPING)
            .setNextRetryDelay(HAND_OVER)
            .setCategory(ApplicationErrorCategory.BENIGN)
            .build();
      }
      context.heartbeat(null);
      left = left.minus(slice);
    } while (left.isPositive());
  }

  private boolean stopsWithin(Duration time) {
    try {
      return shutdown.within(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
