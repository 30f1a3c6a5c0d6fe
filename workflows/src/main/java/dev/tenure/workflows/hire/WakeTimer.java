package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.decision.Decision;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one timer of a hire. To wake early is harmless, since everything is decided anew, so that a
 * running one is kept while it is a little early for the next moment, or while it is far from
 * firing, as long before it does another wait has mostly begun. One that is late is replaced, and
 * so is one that would soon fire much too early, since to wake for nothing costs more.
 */
final class WakeTimer {
  /** So that a moment that is over when it is decided on never makes a loop without a pause. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** The part of a wait by which it may be late, so that moments close together are one. */
  private static final int SLACK = 1000;

  /** One that is about to fire is not worth replacing. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** One that has so long to run is not worth replacing by a later one. */
  private static final Duration FAR = Duration.ofSeconds(10);

  /** The part of a wait by which a running timer may be early. */
  private static final int EARLY = 2;

  private final Runnable fired;
  private @Nullable Running running;
  private long started;

  /**
   * A timer that has not fired yet.
   *
   * @param number counts the timers of the run
   * @param due the moment it was set for; it fires a little later
   * @param startedAt length of the history when it was started
   */
  private record Running(long number, Instant due, CancellationScope scope, long startedAt) {}

  WakeTimer(Runnable fired) {
    this.fired = fired;
  }

  /**
   * Sees to it that the loop turns at the decision's next moment, or before.
   *
   * @param turnsBy when it turns at the latest by other means, if any
   */
  void set(Decision<?> decision, @Nullable Instant turnsBy, Instant now) {
    Instant wake = decision.wake();
    if (wake == null
        || (turnsBy != null && !wake.isBefore(turnsBy))
        || (running != null && near(running.due(), wake, now))) {
      return;
    }
    if (running != null) {
      cancel(running);
    }
    Duration exact = Duration.between(now, wake);
    Duration delay = exact.compareTo(SHORTEST) < 0 ? SHORTEST : exact.plus(exact.dividedBy(SLACK));
    TimerOptions options =
        TimerOptions.newBuilder().setSummary("next look: " + decision.wakeWords()).build();
    long number = ++started;
    CancellationScope scope =
        Workflow.newCancellationScope(
            () ->
                Workflow.newTimer(delay, options)
                    .handle(
                        (nothing, cancelled) -> {
                          if (running != null && running.number() == number) {
                            running = null;
                          }
                          if (cancelled == null) {
                            fired.run();
                          }
                          return null;
                        }));
    running = new Running(number, wake, scope, Workflow.getInfo().getHistoryLength());
    scope.run();
  }

  private static boolean near(Instant due, Instant wake, Instant now) {
    Duration early = Duration.between(due, wake);
    Duration wait = Duration.between(now, wake);
    Duration left = Duration.between(now, due);
    return !early.isNegative()
        && (left.compareTo(SOON) < 0
            || left.compareTo(FAR) > 0
            || early.multipliedBy(EARLY).compareTo(wait) <= 0);
  }

  /**
   * A timer that is started and cancelled within one workflow task cannot be replayed; it fires
   * then, and the loop turns once for nothing.
   */
  private static void cancel(Running late) {
    if (Workflow.getInfo().getHistoryLength() > late.startedAt()) {
      late.scope().cancel();
    }
  }
}
