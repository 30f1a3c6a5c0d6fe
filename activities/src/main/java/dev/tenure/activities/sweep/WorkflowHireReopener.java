package dev.tenure.activities.sweep;

import dev.tenure.journal.account.ClosedHire;
import dev.tenure.journal.account.ClosedHire.Outcome;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowQueryException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the closed workflow of a hire for its state, and starts another run that carries it on. */
public final class WorkflowHireReopener implements HireReopener {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowHireReopener.class);
  private static final Duration TASK = Duration.ofSeconds(5);

  private final WorkflowClient client;

  public WorkflowHireReopener(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public Optional<Outcome> reopen(ClosedHire closed, ContractSnapshot appeared) {
    String workflowId = WorkflowIds.hire(closed.hireId());
    try {
      if (runs(workflowId)) {
        return Optional.empty();
      }
      OpenTrainHire hire = client.newWorkflowStub(HireWorkflow.class, workflowId).state();
      // One that was terminated and then closed in the journal alone was left knowingly as well.
      if (hire.closed() == null || hire.abandoned() || hire.contract().ended()) {
        return Optional.of(Outcome.LEFT);
      }
      if (closed.runId() != null) {
        hire.recorded().continueFrom(closed.runId());
      }
      start(workflowId, hire, appeared);
      LOG.warn(
          "Hire {} was closed, but contract {} is active: it is taken up again",
          closed.hireId(),
          appeared.id());
      return Optional.of(Outcome.REOPENED);
    } catch (WorkflowNotFoundException | WorkflowQueryException e) {
      LOG.warn(
          "Hire {} is closed, but contract {} is active, and Temporal cannot tell of the hire any"
              + " more, so that it cannot be taken up again. Look at the contract in the"
              + " marketplace: {}",
          closed.hireId(),
          appeared.id(),
          e.getMessage());
      return Optional.of(Outcome.NO_HISTORY);
    }
  }

  private boolean runs(String workflowId) {
    return client.newUntypedWorkflowStub(workflowId).describe().getStatus()
        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  private void start(String workflowId, OpenTrainHire hire, ContractSnapshot appeared) {
    HireWorkflow workflow =
        client.newWorkflowStub(
            HireWorkflow.class,
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(TaskQueues.HIRES)
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setWorkflowTaskTimeout(TASK)
                .setStaticSummary(
                    "Hire of proposal %s, reopened: contract %s turned up"
                        .formatted(hire.plan().proposalId(), appeared.id()))
                .build());
    try {
      WorkflowClient.start(workflow::run, HireInput.reopening(hire, appeared));
    } catch (WorkflowExecutionAlreadyStarted e) {
      LOG.debug("another worker has taken up {} already", workflowId);
    }
  }
}
