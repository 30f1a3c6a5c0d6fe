package dev.tenure.api.accounts;

import dev.tenure.api.temporal.WorkerCalls;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.accounts.AccountCheckWorkflow;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks a worker for a fresh look at an account, and waits for it, but not for long. */
@Singleton
public final class AccountLookup {

  /** Nobody waits any longer by then; a look that no worker took shall not be left over. */
  private static final Duration LONGER = Duration.ofSeconds(1);

  private final WorkflowClient client;
  private final WorkerCalls calls;

  AccountLookup(WorkflowClient client, WorkerCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /** What was seen; empty where no worker answered in time. */
  public Optional<AccountReading> at(AccountQuestion question) {
    String what = "Look at account " + question.account();
    return calls.answer(
        what,
        () -> client.newWorkflowStub(AccountCheckWorkflow.class, options(what)).check(question));
  }

  private WorkflowOptions options(String summary) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId("account-check-" + UUID.randomUUID())
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowExecutionTimeout(calls.patience().plus(LONGER))
        .setStaticSummary(summary)
        .build();
  }
}
