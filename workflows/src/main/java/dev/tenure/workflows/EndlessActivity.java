package dev.tenure.workflows;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/**
 * An activity that works on an account for ever, on whichever worker is alive. Its workflow begins
 * it anew, in a new run, when it returns.
 */
public final class EndlessActivity {

  private EndlessActivity() {}

  /**
   * Options under which a dead worker is noticed within seconds, and a failure tried again.
   *
   * @param summary for the Temporal Web UI
   */
  public static ActivityOptions options(String account, String summary) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(TaskQueues.marketplace(account))
        .setStartToCloseTimeout(Duration.ofDays(1))
        .setHeartbeatTimeout(Duration.ofSeconds(4))
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(Duration.ofMillis(200))
                .setMaximumInterval(Duration.ofSeconds(10))
                .build())
        .setSummary(summary)
        .build();
  }
}
