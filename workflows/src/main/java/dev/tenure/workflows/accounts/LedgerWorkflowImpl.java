package dev.tenure.workflows.accounts;

import dev.tenure.workflows.TaskQueues;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import org.slf4j.Logger;

/** Looks when money moved, and now and then for what was missed. */
public final class LedgerWorkflowImpl implements LedgerWorkflow {

  private static final Logger LOG = Workflow.getLogger(LedgerWorkflowImpl.class);

  private static final Duration SWEEP = Duration.ofMinutes(15);

  /** A burst of confirmations costs one look, not one each. */
  private static final Duration REST = Duration.ofSeconds(10);

  private final AccountActivities activities;
  private final String account;
  private boolean moved;

  @WorkflowInit
  public LedgerWorkflowImpl(String account) {
    this.account = account;
    ActivityOptions options =
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.marketplace(account))
            .setStartToCloseTimeout(Duration.ofMinutes(5))
            .setHeartbeatTimeout(Duration.ofSeconds(4))
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofSeconds(1))
                    .setMaximumAttempts(3)
                    .build())
            .setSummary("ledger of account " + account)
            .build();
    this.activities = Workflow.newActivityStub(AccountActivities.class, options);
  }

  @Override
  public void keep(String same) {
    Promise<Void> sweep = timer(SWEEP, "next look that nobody asks for");
    while (!Workflow.getInfo().isContinueAsNewSuggested()) {
      Promise<Void> due = sweep;
      Workflow.await(() -> moved || due.isCompleted());
      sweep = due.isCompleted() ? timer(SWEEP, "next look that nobody asks for") : due;
      moved = false;
      look();
      timer(REST, "rest after a look").get();
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    Workflow.continueAsNew(account);
  }

  @Override
  public void moneyMoved() {
    moved = true;
  }

  @Override
  public LedgerReading refresh() {
    return activities.readLedger(account);
  }

  /** What fails now is looked for again with the next sweep. */
  private void look() {
    try {
      activities.readLedger(account);
    } catch (ActivityFailure e) {
      LOG.warn("The ledger of account {} could not be read: {}", account, e.getMessage());
    }
  }

  private static Promise<Void> timer(Duration time, String summary) {
    return Workflow.newTimer(time, TimerOptions.newBuilder().setSummary(summary).build());
  }
}
