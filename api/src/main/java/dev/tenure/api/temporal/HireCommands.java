package dev.tenure.api.temporal;

import dev.tenure.workflows.connection.TemporalConnection;
import io.grpc.StatusRuntimeException;
import io.micronaut.scheduling.TaskExecutors;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
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

/** Sends commands to running hires and waits for their outcome, but not for ever. */
@Singleton
public final class HireCommands {

  private static final Logger LOG = LoggerFactory.getLogger(HireCommands.class);
  private static final Duration PROBE = Duration.ofSeconds(1);

  /** Fewer than Temporal takes, so that two fronts do not get into each other's way. */
  private static final int AT_ONCE = 4;

  private static final Duration QUEUE = Duration.ofSeconds(20);

  private final WorkflowClient client;
  private final TemporalConnection connection;
  private final ExecutorService threads;
  private final Duration patience;
  private final HireSemaphores semaphores = new HireSemaphores(AT_ONCE);

  HireCommands(
      WorkflowClient client,
      TemporalConnection connection,
      TemporalSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.client = client;
    this.connection = connection;
    this.patience = settings.patience();
    this.threads = threads;
  }

  /** Sends a command as soon as it is its turn among those to the same hire. */
  public CommandOutcome send(Command command) {
    try {
      return semaphores
          .inTurn(command.hireId(), QUEUE, () -> carry(command))
          .orElseGet(CommandOutcome.NotSent::new);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CommandOutcome.NotSent();
    }
  }

  private CommandOutcome carry(Command command) {
    Future<CommandOutcome> outcome = threads.submit(() -> Updates.send(client, command));
    try {
      return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      outcome.cancel(true);
      return reachable() ? new CommandOutcome.NoWorker() : new CommandOutcome.Unreachable();
    } catch (ExecutionException e) {
      throw new IllegalStateException("command " + command.update() + " failed", e.getCause());
    } catch (InterruptedException e) {
      outcome.cancel(true);
      Thread.currentThread().interrupt();
      return new CommandOutcome.NoWorker();
    }
  }

  /** The client goes on trying without a word while Temporal is away; so it is asked for itself. */
  private boolean reachable() {
    try {
      var answer =
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .withDeadlineAfter(PROBE.toMillis(), TimeUnit.MILLISECONDS)
              .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
      return answer.isInitialized();
    } catch (StatusRuntimeException e) {
      LOG.warn("{}", connection.words(e));
      return false;
    }
  }
}
