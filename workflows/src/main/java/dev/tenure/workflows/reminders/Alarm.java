package dev.tenure.workflows.reminders;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A timer with a name in the Temporal Web UI that can be turned off. */
final class Alarm {

  private static final Duration LEAST = Duration.ofMillis(1);

  private final CancellationScope scope;
  private @Nullable Promise<Boolean> promise;

  private Alarm(Duration delay, TimerOptions options) {
    scope =
        Workflow.newCancellationScope(
            () ->
                promise =
                    Workflow.newTimer(delay, options)
                        .handle((rang, cancelled) -> cancelled == null));
  }

  static Alarm set(Duration delay, String summary) {
    TimerOptions options = TimerOptions.newBuilder().setSummary(summary).build();
    Alarm alarm = new Alarm(delay.isPositive() ? delay : LEAST, options);
    alarm.scope.run();
    return alarm;
  }

  boolean rang() {
    return promise != null && promise.isCompleted();
  }

  void turnOff() {
    if (!rang()) {
      scope.cancel();
    }
  }
}
