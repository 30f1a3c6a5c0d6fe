package dev.tenure.api.temporal;

import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.Refusal;
import dev.tenure.workflows.WorkflowIds;
import io.grpc.StatusRuntimeException;
import io.micronaut.scheduling.TaskExecutors;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
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
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PROBE = Duration.ofSeconds(1);

  private final WorkflowClient client;
  private final ExecutorService threads;

  HireCommands(WorkflowClient client, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.client = client;
    this.threads = threads;
  }

  public CommandOutcome send(Command command) {
    Future<CommandOutcome> outcome = threads.submit(() -> update(command));
    try {
      return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
      LOG.warn("Temporal does not answer: {}", e.getStatus().getCode());
      return false;
    }
  }

  private CommandOutcome update(Command command) {
    WorkflowStub hire = client.newUntypedWorkflowStub(WorkflowIds.hire(command.hireId()));
    Object[] arguments =
        command.argument() == null ? new Object[0] : new Object[] {command.argument()};
    try {
      return new CommandOutcome.Done(
          hire.startUpdate(options(command), arguments).getResultAsync().join());
    } catch (RuntimeException e) {
      return failed(e);
    }
  }

  private static UpdateOptions<RecordBatch> options(Command command) {
    return UpdateOptions.<RecordBatch>newBuilder()
        .setUpdateName(command.update())
        .setUpdateId(command.id())
        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
        .setResultClass(RecordBatch.class)
        .build();
  }

  private static CommandOutcome failed(RuntimeException failure) {
    return switch (unwrap(failure)) {
      case WorkflowUpdateTimeoutOrCancelledException e -> new CommandOutcome.NoWorker();
      case WorkflowNotFoundException e -> new CommandOutcome.NotRunning();
      case WorkflowUpdateException e -> refused(e);
      case WorkflowException e when Rpc.status(e).isPresent() -> new CommandOutcome.Unreachable();
      case StatusRuntimeException e -> new CommandOutcome.Unreachable();
      case RuntimeException e -> throw e;
    };
  }

  private static RuntimeException unwrap(RuntimeException failure) {
    return failure.getCause() instanceof RuntimeException cause
            && failure instanceof CompletionException
        ? cause
        : failure;
  }

  private static CommandOutcome refused(WorkflowUpdateException e) {
    if (e.getCause() instanceof ApplicationFailure failure) {
      boolean known = failure.getType().equals(Refusal.TYPE);
      return new CommandOutcome.NotAllowed(
          known
              ? failure.getDetails().get(Refusal.class)
              : new Refusal(String.valueOf(failure.getOriginalMessage()), List.of()));
    }
    throw e;
  }
}
