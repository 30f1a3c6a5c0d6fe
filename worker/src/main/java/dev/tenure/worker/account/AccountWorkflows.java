package dev.tenure.worker.account;

import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.AccountSweepWorkflow;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import dev.tenure.workflows.feed.UpdatesFeedWorkflow;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Sees to it that each account has exactly one workflow for its feed, its ledger, its sweep. */
@Singleton
public final class AccountWorkflows {

  private static final Duration TASK = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final ServedAccounts accounts;

  AccountWorkflows(WorkflowClient client, ServedAccounts accounts) {
    this.client = client;
    this.accounts = accounts;
  }

  /** Starts what does not run; what runs is left alone. */
  public void ensure() {
    for (AccountClients account : accounts.all()) {
      UpdatesFeedWorkflow feed =
          client.newWorkflowStub(
              UpdatesFeedWorkflow.class,
              options(
                  WorkflowIds.updatesFeed(account.name()),
                  "Updates feed of account " + account.name()));
      WorkflowClient.start(feed::follow, account.name());
      LedgerWorkflow ledger =
          client.newWorkflowStub(
              LedgerWorkflow.class,
              options(WorkflowIds.ledger(account.name()), "Ledger of account " + account.name()));
      WorkflowClient.start(ledger::keep, account.name());
      AccountSweepWorkflow sweep =
          client.newWorkflowStub(
              AccountSweepWorkflow.class,
              options(
                  AccountSweepWorkflow.id(account.name()),
                  "Sweep over the contracts of account " + account.name()));
      WorkflowClient.start(sweep::sweep, account.name());
    }
  }

  private static WorkflowOptions options(String id, String summary) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id)
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowIdConflictPolicy(
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
        .setWorkflowTaskTimeout(TASK)
        .setStaticSummary(summary)
        .build();
  }
}
