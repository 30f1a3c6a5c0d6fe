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
 */
record Attempt(String workflowId, String call, boolean slow) {

  static Attempt of(ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    @Nullable RetryOptions retry = info.getRetryOptions();
    boolean slow =
        retry != null
            && retry.getInitialInterval() != null
            && retry.getInitialInterval().compareTo(MarketplaceActivities.SLOW_FROM) >= 0;
    return new Attempt(Objects.requireNonNull(info.getWorkflowId()), info.getActivityType(), slow);
  }

  Member member() {
    return new Member(workflowId, call);
  }

  /** A call of a hire, attempt after attempt. */
  record Member(String workflowId, String call) {}
}
