package dev.tenure.workflows;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A wait with a time limit that people can read in the Temporal Web UI. */
final class Timer {
  private final CancellationScope scope;
  private final long startedAt = Workflow.getInfo().getHistoryLength();
  private @Nullable Promise<Boolean> promise;

  private Timer(Duration delay, String summary) {
    TimerOptions options = TimerOptions.newBuilder().setSummary(summary).build();
    scope =
        Workflow.newCancellationScope(
            () ->
                promise =
                    Workflow.newTimer(delay, options).handle((ok, cancelled) -> cancelled == null));
    scope.run();
  }

  /**
   * Waits until something is the case or the time is over.
   *
   * <p>A timer that is started, and then cancelled because of a local activity's result, all within
   * one workflow task, cannot be replayed: the SDK takes back a command that the replay expects.
   * The recorder's local try is such an activity, and its result may ring a bell. So a timer starts
   * only when no try is due, and one that is overtaken within its own task is left to run out.
   *
   * @param summary one line of at most 200 bytes, without names of people
   */
  static void await(News news, Duration delay, String summary, BooleanSupplier awake) {
    Workflow.await(() -> news.quiet() || awake.getAsBoolean());
    if (awake.getAsBoolean()) {
      return;
    }
    Timer timer = new Timer(delay.isPositive() ? delay : Duration.ofMillis(1), summary);
    Workflow.await(() -> timer.fired() || awake.getAsBoolean());
    timer.cancel();
  }

  private boolean fired() {
    return promise != null && promise.isCompleted();
  }

  private void cancel() {
    if (!fired() && Workflow.getInfo().getHistoryLength() > startedAt) {
      scope.cancel();
    }
  }
}
