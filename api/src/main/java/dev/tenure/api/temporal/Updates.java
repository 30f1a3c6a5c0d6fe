package dev.tenure.api.temporal;

import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.ConnectionFault;
import dev.tenure.workflows.hire.Refusal;
import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commands as updates of the workflow, and what their failures mean. */
final class Updates {

  private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

  private Updates() {}

  static CommandOutcome send(WorkflowClient client, Command command) {
    WorkflowStub hire = client.newUntypedWorkflowStub(WorkflowIds.hire(command.hireId()));
    try {
      return new CommandOutcome.Done(
          hire.startUpdate(options(command), command.arguments()).getResultAsync().join());
    } catch (RuntimeException e) {
      CommandOutcome outcome = failed(e);
      return outcome instanceof CommandOutcome.NotRunning ? earlier(hire, command) : outcome;
    }
  }

  /** A closed workflow still tells what became of a command that it took before it closed. */
  private static CommandOutcome earlier(WorkflowStub hire, Command command) {
    try {
      return new CommandOutcome.Done(
          hire.getUpdateHandle(command.id(), RecordBatch.class)
              .getResultAsync(1, TimeUnit.SECONDS)
              .join());
    } catch (RuntimeException e) {
      LOG.debug("no earlier command {}: {}", command.id(), e.getMessage());
      return new CommandOutcome.NotRunning();
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
      case WorkflowException e when ConnectionFault.status(e).isPresent() ->
          new CommandOutcome.Unreachable();
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
    if (e.getCause() instanceof ApplicationFailure failure
        && Refusal.TYPE.equals(failure.getType())) {
      return new CommandOutcome.NotAllowed(failure.getDetails().get(Refusal.class));
    }
    throw e;
  }
}
