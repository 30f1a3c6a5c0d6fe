package dev.tenure.api.temporal;

import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.ConnectionFault;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.Refusal;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /**
   * A command to a hire.
   *
   * @param update name of the workflow's update
   * @param id the same for the same command repeated; another one is never taken for it
   * @param argument the update's argument, if it has one
   * @param context who sends it, and what must hold for it to be carried out
   */
  public record Command(
      String hireId, String update, String id, @Nullable Object argument, CommandContext context) {}

  /** What became of a command. */
  public sealed interface Outcome {

    /** Carried out, now or by an earlier call with the same key. */
    record Done(RecordBatch batch) implements Outcome {}

    /** The state of the hire forbids it. */
    record NotAllowed(Refusal refusal) implements Outcome {}

    /** No worker took it in time; it may still be carried out. */
    record NoWorker() implements Outcome {}

    /** Too many commands to the same hire are under way; it was not sent. */
    record NotSent() implements Outcome {}

    /** There is no running workflow. */
    record NotRunning() implements Outcome {}

    /** Temporal does not answer. */
    record Unreachable() implements Outcome {}
  }

  /** Sends a command as soon as it is its turn among those to the same hire. */
  public Outcome send(Command command) {
    try {
      return semaphores
          .inTurn(command.hireId(), QUEUE, () -> carry(command))
          .orElseGet(Outcome.NotSent::new);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.NotSent();
    }
  }

  private Outcome carry(Command command) {
    Future<Outcome> outcome = threads.submit(() -> update(command));
    try {
      return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      outcome.cancel(true);
      return reachable() ? new Outcome.NoWorker() : new Outcome.Unreachable();
    } catch (ExecutionException e) {
      throw new IllegalStateException("command " + command.update() + " failed", e.getCause());
    } catch (InterruptedException e) {
      outcome.cancel(true);
      Thread.currentThread().interrupt();
      return new Outcome.NoWorker();
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

  /** A command is an update of the workflow. */
  private Outcome update(Command command) {
    WorkflowStub hire = client.newUntypedWorkflowStub(WorkflowIds.hire(command.hireId()));
    var options =
        UpdateOptions.<RecordBatch>newBuilder()
            .setUpdateName(command.update())
            .setUpdateId(command.id())
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .setResultClass(RecordBatch.class)
            .build();
    Object[] arguments =
        Stream.<@Nullable Object>of(command.argument(), command.context())
            .filter(one -> one != null)
            .toArray();
    try {
      return new Outcome.Done(hire.startUpdate(options, arguments).getResultAsync().join());
    } catch (RuntimeException e) {
      Outcome outcome = failed(e);
      return outcome instanceof Outcome.NotRunning ? earlier(hire, command) : outcome;
    }
  }

  /** A closed workflow still tells what became of a command that it took before it closed. */
  private static Outcome earlier(WorkflowStub hire, Command command) {
    try {
      return new Outcome.Done(
          hire.getUpdateHandle(command.id(), RecordBatch.class)
              .getResultAsync(1, TimeUnit.SECONDS)
              .join());
    } catch (RuntimeException e) {
      LOG.debug("no earlier command {}: {}", command.id(), e.getMessage());
      return new Outcome.NotRunning();
    }
  }

  private static Outcome failed(RuntimeException failure) {
    boolean wrapped = failure instanceof CompletionException;
    return switch (wrapped && failure.getCause() instanceof RuntimeException e ? e : failure) {
      case WorkflowUpdateTimeoutOrCancelledException e -> new Outcome.NoWorker();
      case WorkflowNotFoundException e -> new Outcome.NotRunning();
      case WorkflowUpdateException e -> refused(e);
      case WorkflowException e when ConnectionFault.status(e).isPresent() ->
          new Outcome.Unreachable();
      case StatusRuntimeException e -> new Outcome.Unreachable();
      case RuntimeException e -> throw e;
    };
  }

  private static Outcome refused(WorkflowUpdateException e) {
    if (e.getCause() instanceof ApplicationFailure failure
        && Refusal.TYPE.equals(failure.getType())) {
      return new Outcome.NotAllowed(failure.getDetails().get(Refusal.class));
    }
    throw e;
  }
}
