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

/**
 * Sees to it that each account has exactly one workflow for its sweep and, on OpenTrain, one for
 * its feed and one for its ledger.
 */
@Singleton
public final class AccountWorkflows {

  private static final Duration TASK = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final ServedAccounts accounts;
  private final OpenContractAccounts openContract;

  AccountWorkflows(
      WorkflowClient client, ServedAccounts accounts, OpenContractAccounts openContract) {
    this.client = client;
    this.accounts = accounts;
    this.openContract = openContract;
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
      sweep(account.name());
    }
    openContract.all().forEach(account -> sweep(account.name()));
  }

  private void sweep(String account) {
    AccountSweepWorkflow sweep =
        client.newWorkflowStub(
            AccountSweepWorkflow.class,
            options(
                AccountSweepWorkflow.id(account),
                "Sweep over the contracts of account " + account));
    WorkflowClient.start(sweep::sweep, account);
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
