package dev.tenure.api.accounts;

import dev.tenure.api.temporal.TemporalSettings;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.accounts.AccountCheckWorkflow;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import io.micronaut.scheduling.TaskExecutors;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a worker for a fresh look at an account, and waits for it, but not for long. */
@Singleton
public final class AccountLookup {

  private static final Logger LOG = LoggerFactory.getLogger(AccountLookup.class);

  /** Nobody waits any longer by then; a look that no worker took shall not be left over. */
  private static final Duration LONGER = Duration.ofSeconds(1);

  private final WorkflowClient client;
  private final ExecutorService threads;
  private final Duration patience;

  AccountLookup(
      WorkflowClient client,
      TemporalSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.client = client;
    this.patience = settings.patience();
    this.threads = threads;
  }

  /** What was seen; empty where no worker answered in time. */
  public Optional<AccountReading> at(AccountQuestion question) {
    Future<AccountReading> look =
        threads.submit(
            () ->
                client
                    .newWorkflowStub(AccountCheckWorkflow.class, options(question))
                    .check(question));
    try {
      return Optional.of(look.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      look.cancel(true);
      LOG.info("No worker looked at account {} in time", question.account());
    } catch (ExecutionException e) {
      LOG.info("No look at account {}: {}", question.account(), String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      look.cancel(true);
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private WorkflowOptions options(AccountQuestion question) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId("account-check-" + UUID.randomUUID())
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowExecutionTimeout(patience.plus(LONGER))
        .setStaticSummary("Look at account " + question.account())
        .build();
  }
}
