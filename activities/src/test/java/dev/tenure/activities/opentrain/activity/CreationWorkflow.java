package dev.tenure.activities.opentrain.activity;

import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.workflows.opentrain.CreateMilestone;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Creates one milestone, attempt after attempt. */
@WorkflowInterface
public interface CreationWorkflow {

  /** For attempts of which none is meant to hang. */
  Duration LONG = Duration.ofMinutes(2);

  @WorkflowMethod
  CreateAnswer create(CreateMilestone ask, Duration attempt);

  /** An attempt that hangs is over after its time, as if its worker had died. */
  final class Impl implements CreationWorkflow {

    @Override
    public CreateAnswer create(CreateMilestone ask, Duration attempt) {
      return Workflow.newActivityStub(
              MarketplaceActivities.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(attempt)
                  .setRetryOptions(
                      RetryOptions.newBuilder()
                          .setInitialInterval(Duration.ofMillis(50))
                          .setMaximumAttempts(5)
                          .build())
                  .build())
          .createMilestone(ask);
    }
  }
}
