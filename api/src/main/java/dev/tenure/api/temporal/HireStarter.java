package dev.tenure.api.temporal;

import dev.tenure.journal.run.PendingStart;
import dev.tenure.journal.run.StartOutcome;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.ConnectionFault;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.opencontract.OpenContractHireInput;
import dev.tenure.workflows.opencontract.OpenContractHireWorkflow;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the workflow of a hire, once however often it is asked. */
@Singleton
public final class HireStarter {

  private static final Logger LOG = LoggerFactory.getLogger(HireStarter.class);
  // A worker that died holds its task no longer than this.
  private static final Duration TASK = Duration.ofSeconds(5);

  private final WorkflowClient client;
  private final TemporalConnection connection;

  HireStarter(WorkflowClient client, TemporalConnection connection) {
    this.client = client;
    this.connection = connection;
  }

  public StartOutcome start(PendingStart hire) {
    try {
      WorkflowExecution run =
          hire.plan().openContract() == null ? onOpenTrain(hire) : onOpenContract(hire);
      return new StartOutcome.Started(run.getRunId());
    } catch (WorkflowExecutionAlreadyStarted e) {
      return new StartOutcome.Started(e.getExecution().getRunId());
    } catch (WorkflowException | StatusRuntimeException e) {
      return failed(hire, e);
    }
  }

  private WorkflowExecution onOpenTrain(PendingStart hire) {
    HireWorkflow workflow = client.newWorkflowStub(HireWorkflow.class, options(hire));
    return WorkflowClient.start(
        workflow::run,
        HireInput.start(hire.hireId(), hire.generation(), hire.plan(), hire.createdAt())
            .ofSweptAccount());
  }

  private WorkflowExecution onOpenContract(PendingStart hire) {
    OpenContractHireWorkflow workflow =
        client.newWorkflowStub(OpenContractHireWorkflow.class, options(hire));
    return WorkflowClient.start(
        workflow::run,
        OpenContractHireInput.start(
            hire.hireId(), hire.generation(), hire.plan(), hire.createdAt(), hire.requestedBy()));
  }

  private StartOutcome failed(PendingStart hire, RuntimeException e) {
    String reason = connection.words(e);
    if (refusedForGood(e)) {
      LOG.error("Temporal refused to start hire {}: {}", hire.hireId(), reason);
      return new StartOutcome.Refused(
          "Temporal refused to start this hire. Mend the cause that the api's log names, then"
              + " retry; or abort.");
    }
    LOG.warn("Hire {} waits for Temporal: {}", hire.hireId(), reason);
    return new StartOutcome.Later();
  }

  /** Whether repeating the same call can never succeed. */
  private static boolean refusedForGood(Throwable failure) {
    return ConnectionFault.status(failure)
        .map(Status::getCode)
        .filter(
            code -> code == Status.Code.INVALID_ARGUMENT || code == Status.Code.FAILED_PRECONDITION)
        .isPresent();
  }

  private static WorkflowOptions options(PendingStart hire) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(WorkflowIds.hire(hire.hireId()))
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
        .setWorkflowTaskTimeout(TASK)
        .setStaticSummary(Summaries.summary(hire.plan()))
        .setStaticDetails(Summaries.details(hire.plan()))
        .build();
  }
}
