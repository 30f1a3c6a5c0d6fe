package dev.tenure.activities.opentrain;

import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.RetryOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a marketplace activity.
 *
 * @param workflowId the hire's workflow
 * @param call the activity's type, e.g. {@code request-hire}
 * @param slow whether the hire is held by an incident already and asks on slowly
 * @param followed whether another attempt is certain to follow one that time may heal: none after
 *     the last one, and slow calls may be stopped between two
 */
record Attempt(String workflowId, String call, boolean slow, boolean followed) {

  Attempt(String workflowId, String call, boolean slow) {
    this(workflowId, call, slow, !slow);
  }

  static Attempt of(ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    @Nullable RetryOptions retry = info.getRetryOptions();
    boolean slow =
        retry != null
            && retry.getInitialInterval() != null
            && retry.getInitialInterval().compareTo(MarketplaceActivities.SLOW_FROM) >= 0;
    boolean last =
        retry != null
            && retry.getMaximumAttempts() > 0
            && info.getAttempt() >= retry.getMaximumAttempts();
    return new Attempt(
        Objects.requireNonNull(info.getWorkflowId()), info.getActivityType(), slow, !slow && !last);
  }

  Member member() {
    return new Member(workflowId, call);
  }

  /** A call of a hire, attempt after attempt. */
  record Member(String workflowId, String call) {}
}
