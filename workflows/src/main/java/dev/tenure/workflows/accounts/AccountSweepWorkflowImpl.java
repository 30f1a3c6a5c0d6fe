package dev.tenure.workflows.accounts;

import dev.tenure.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Keeps one sweep activity running for ever, on whichever worker is alive. */
public final class AccountSweepWorkflowImpl implements AccountSweepWorkflow {

  @Override
  public void sweep(String account) {
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
            .setSummary("sweep over the contracts of account " + account)
            .build();
    Workflow.newActivityStub(SweepActivities.class, options).sweepContracts(account);
    Workflow.continueAsNew(account);
  }
}
