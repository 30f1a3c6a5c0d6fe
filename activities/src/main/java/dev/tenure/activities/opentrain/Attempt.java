package dev.tenure.activities.opentrain;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import java.util.Objects;

/**
 * One attempt of a marketplace activity.
 *
 * @param workflowId the hire's workflow
 * @param call the activity's type, e.g. {@code request-hire}
 * @param slow whether the hire is held by an incident already and asks on slowly
 */
record Attempt(String workflowId, String call, boolean slow) {

  static Attempt of(ActivityExecutionContext context, Trial trial) {
    ActivityInfo info = context.getInfo();
    return new Attempt(
        Objects.requireNonNull(info.getWorkflowId()), info.getActivityType(), trial.slow());
  }

  Member member() {
    return new Member(workflowId, call);
  }

  /** A call of a hire, attempt after attempt. */
  record Member(String workflowId, String call) {}
}
