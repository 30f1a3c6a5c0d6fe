package dev.tenure.workflows.accounts;

import dev.tenure.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Asks once: whoever waits would rather know nothing than wait longer. */
public final class AccountCheckWorkflowImpl implements AccountCheckWorkflow {

  /** Less than the patience of those who wait. */
  private static final Duration WITHIN = Duration.ofSeconds(4);

  @Override
  public AccountReading check(AccountQuestion question) {
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(question.account()))
            .setScheduleToCloseTimeout(WITHIN)
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .setSummary("look at account " + question.account())
            .build();
    return Workflow.newActivityStub(AccountActivities.class, options).readAccount(question);
  }
}
