package dev.tenure.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;

/** The beats of the activity that runs on this thread, without details. */
public final class Beats {

  private static final int BEATS_IN_A_TIMEOUT = 4;

  private Beats() {}

  /** Runs the work; beats where the caller of the activity set a heartbeat timeout. */
  public static <T, E extends Exception> T during(Heart.Work<T, E> work) throws E {
    ActivityExecutionContext context = Activity.getExecutionContext();
    return during(context, () -> context.heartbeat(null), work);
  }

  /** The same with beats of one's own. */
  public static <T, E extends Exception> T during(
      ActivityExecutionContext context, Runnable beat, Heart.Work<T, E> work) throws E {
    Duration timeout = context.getInfo().getHeartbeatTimeout();
    return timeout == null || timeout.isZero()
        ? work.run()
        : new Heart(timeout.dividedBy(BEATS_IN_A_TIMEOUT)).during(beat, work);
  }
}
