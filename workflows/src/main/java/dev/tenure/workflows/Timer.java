package dev.tenure.workflows;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A timer that people can read in the Temporal Web UI, and that leaves quietly when cancelled. */
final class Timer {
  private final CancellationScope scope;
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
   * Starts a timer.
   *
   * @param summary one line of at most 200 bytes, without names of people
   */
  static Timer start(Duration delay, String summary) {
    return new Timer(delay.isPositive() ? delay : Duration.ofMillis(1), summary);
  }

  boolean fired() {
    return promise != null && promise.isCompleted();
  }

  void cancel() {
    if (!fired()) {
      scope.cancel();
    }
  }
}
