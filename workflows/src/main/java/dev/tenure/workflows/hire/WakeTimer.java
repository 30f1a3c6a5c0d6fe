package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.decision.Decision;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of a hire. A running one is kept while it is not later than the next moment: to
 * wake early is harmless, since everything is decided anew. It is never cancelled.
 */
final class WakeTimer {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final Runnable fired;
  private @Nullable Instant due;
  private long newest;

  WakeTimer(Runnable fired) {
    this.fired = fired;
  }

  /** Sees to it that the loop turns at the decision's next moment, or before. */
  void set(Decision decision, Instant now) {
    Instant wake = decision.wake();
    if (wake == null || (due != null && !due.isAfter(wake))) {
      return;
    }
    Duration delay = Duration.between(now, wake);
    long mine = ++newest;
    due = wake;
    Workflow.newTimer(
            delay.compareTo(SHORTEST) < 0 ? SHORTEST : delay,
            TimerOptions.newBuilder().setSummary("next look: " + decision.wakeWords()).build())
        .thenApply(
            nothing -> {
              if (mine == newest) {
                due = null;
              }
              fired.run();
              return null;
            });
  }
}
