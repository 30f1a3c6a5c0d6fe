package dev.tenure.activities.opentrain.activity;

import dev.tenure.workflows.hire.MarketplaceCall;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Creates a milestone as a hire does that is held by an incident: without end, but for a death. */
@WorkflowInterface
public interface DyingWorkflow {

  /** What the call ended with. */
  @WorkflowMethod
  String create(CreateMilestone ask);

  /** An attempt that hangs is over after two seconds, as if its worker had died. */
  final class Impl implements DyingWorkflow {

    @Override
    public String create(CreateMilestone ask) {
      try {
        return Workflow.newActivityStub(
                MarketplaceActivities.class,
                ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(2))
                    .setRetryOptions(
                        RetryOptions.newBuilder()
                            .setInitialInterval(MarketplaceCall.HELD_INTERVAL)
                            .setDoNotRetry(
                                "TemporalTimeout:Heartbeat", "TemporalTimeout:StartToClose")
                            .build())
                    .build())
            .createMilestone(ask)
            .toString();
      } catch (ActivityFailure dead) {
        return dead.getCause() instanceof TimeoutFailure ? "died" : String.valueOf(dead.getCause());
      }
    }
  }
}
