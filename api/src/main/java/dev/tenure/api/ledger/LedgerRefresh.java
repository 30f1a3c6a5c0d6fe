package dev.tenure.api.ledger;

import dev.tenure.api.temporal.TemporalSettings;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import io.micronaut.scheduling.TaskExecutors;
import io.temporal.client.WorkflowClient;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a worker read the marketplace's ledger now, and waits for it, but not for long. */
@Singleton
final class LedgerRefresh {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerRefresh.class);

  private final WorkflowClient client;
  private final ExecutorService threads;
  private final Duration patience;

  LedgerRefresh(
      WorkflowClient client,
      TemporalSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.client = client;
    this.patience = settings.patience();
    this.threads = threads;
  }

  /** Answers whether it was read; without a worker it is not. */
  boolean of(String account) {
    Future<?> reading =
        threads.submit(
            () ->
                client
                    .newWorkflowStub(LedgerWorkflow.class, WorkflowIds.ledger(account))
                    .refresh());
    try {
      reading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      reading.cancel(true);
      LOG.info("No worker read the ledger of account {} in time", account);
    } catch (ExecutionException e) {
      LOG.info("The ledger of account {} was not read: {}", account, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
