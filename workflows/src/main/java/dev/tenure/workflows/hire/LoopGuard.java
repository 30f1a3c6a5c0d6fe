package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.call.RemoteCall;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Stops a hire that runs in a circle: a call that is made again and again, although nothing came in
 * that could change anything. It is held until something comes in, or for a while.
 */
public final class LoopGuard {
  /** Starts of one call within {@link #WITHIN}; then it is held. */
  public static final int MOST = 30;

  static final Duration WITHIN = Duration.ofMinutes(1);

  /** How long a call is held, unless something comes in. */
  public static final Duration PAUSE = Duration.ofMinutes(15);

  private final Runnable released;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  /**
   * How often a call was started since a moment.
   *
   * @param held whether that was too often
   */
  private record Count(Instant since, int starts, boolean held) {}

  /**
   * A guard over the calls of one run.
   *
   * @param released runs when a call that was held may be made again
   */
  LoopGuard(Runnable released) {
    this.released = released;
  }

  /** Something came in that may change what is wanted: every call counts anew. */
  void forget() {
    counts.clear();
  }

  /** Counts a start; false where it is one too many, and not to be made. */
  boolean admits(RemoteCall<?> call, Instant now) {
    Count before = counts.get(call.subject());
    if (before != null && before.held()) {
      return false;
    }
    Count count =
        before == null || now.isAfter(before.since().plus(WITHIN))
            ? new Count(now, 1, false)
            : next(before);
    counts.put(call.subject(), count);
    if (count.held()) {
      release(call.subject(), count);
    }
    return !count.held();
  }

  private static Count next(Count before) {
    int starts = before.starts() + 1;
    return new Count(before.since(), starts, starts > MOST);
  }

  private void release(String subject, Count held) {
    Workflow.newTimer(
            PAUSE, TimerOptions.newBuilder().setSummary("held, in a circle: " + subject).build())
        .thenApply(
            nothing -> {
              if (counts.remove(subject, held)) {
                released.run();
              }
              return null;
            });
  }
}
