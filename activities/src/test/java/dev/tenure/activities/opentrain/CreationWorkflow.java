package dev.tenure.activities.opentrain;

import dev.tenure.workflows.marketplace.CreateAnswer;
import dev.tenure.workflows.marketplace.CreateMilestone;
import dev.tenure.workflows.marketplace.MarketplaceActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Creates one milestone, attempt after attempt. */
@WorkflowInterface
public interface CreationWorkflow {

  @WorkflowMethod
  CreateAnswer create(CreateMilestone ask);

  /** An attempt that hangs is over after three seconds, as if its worker had died. */
  final class Impl implements CreationWorkflow {

    private final MarketplaceActivities activities =
        Workflow.newActivityStub(
            MarketplaceActivities.class,
            ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofSeconds(3))
                .setRetryOptions(
                    RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(50))
                        .setMaximumAttempts(5)
                        .build())
                .build());

    @Override
    public CreateAnswer create(CreateMilestone ask) {
      return activities.createMilestone(ask);
    }
  }
}
