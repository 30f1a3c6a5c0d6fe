package dev.tenure.workflows.feed;

import dev.tenure.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Keeps one feed activity running for ever, on whichever worker is alive. */
public final class UpdatesFeedWorkflowImpl implements UpdatesFeedWorkflow {

  @Override
  public void follow(String account) {
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(account))
            .setStartToCloseTimeout(Duration.ofDays(1))
            .setHeartbeatTimeout(Duration.ofSeconds(4))
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(200))
                    .setMaximumInterval(Duration.ofSeconds(10))
                    .build())
            .setSummary("updates feed of account " + account)
            .build();
    Workflow.newActivityStub(FeedActivities.class, options).followUpdates(account);
    Workflow.continueAsNew(account);
  }
}
