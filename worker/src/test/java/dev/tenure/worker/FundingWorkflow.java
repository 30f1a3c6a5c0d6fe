package dev.tenure.worker;

import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;

/** Asks the marketplace once. */
@WorkflowInterface
public interface FundingWorkflow {

  @WorkflowMethod
  AskAnswer fund();

  /** One attempt only, so that a second one cannot hide a first that was cut. */
  final class Impl implements FundingWorkflow {

    private final MarketplaceActivities marketplace =
        Workflow.newActivityStub(
            MarketplaceActivities.class,
            ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.marketplace("default"))
                .setStartToCloseTimeout(Duration.ofMinutes(5))
                .setHeartbeatTimeout(Duration.ofSeconds(30))
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .build());

    @Override
    public AskAnswer fund() {
      return marketplace.requestFunding(new MilestoneAsk("m"));
    }
  }
}
