package dev.tenure.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;

/** The beats of the activity that runs on this thread, without details. */
public final class Beats {

  private final Heart heart;

  public Beats(Heart heart) {
    this.heart = heart;
  }

  /** Runs the work; beats where the caller of the activity set a heartbeat timeout. */
  public <T, E extends Exception> T during(Heart.Work<T, E> work) throws E {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Duration timeout = context.getInfo().getHeartbeatTimeout();
    return timeout == null || timeout.isZero()
        ? work.run()
        : heart.during(() -> context.heartbeat(null), work);
  }
}
