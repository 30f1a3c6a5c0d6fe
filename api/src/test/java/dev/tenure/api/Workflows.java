package dev.tenure.api;

import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.opentrain.HireInput;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;

/** Looks at workflows from outside. */
final class Workflows {

  private Workflows() {}

  /** The static summary that a hire's workflow was started with. */
  static String summary(Stack stack, String hireId) {
    return started(stack, hireId).getUserMetadata().getSummary().getData().toStringUtf8();
  }

  /** The run that a hire's workflow was started with. */
  static String runId(Stack stack, String hireId) {
    return started(stack, hireId)
        .getWorkflowExecutionStartedEventAttributes()
        .getOriginalExecutionRunId();
  }

  /** What a hire's workflow was started with. */
  static HireInput input(Stack stack, String hireId) {
    return Payloads.converter()
        .fromPayloads(
            0,
            Optional.of(
                started(stack, hireId).getWorkflowExecutionStartedEventAttributes().getInput()),
            HireInput.class,
            HireInput.class);
  }

  private static HistoryEvent started(Stack stack, String hireId) {
    var request =
        GetWorkflowExecutionHistoryRequest.newBuilder()
            .setNamespace("default")
            .setExecution(WorkflowExecution.newBuilder().setWorkflowId(WorkflowIds.hire(hireId)))
            .build();
    return stack
        .stubs()
        .blockingStub()
        .getWorkflowExecutionHistory(request)
        .getHistory()
        .getEvents(0);
  }

  static boolean runs(WorkflowClient client, String hireId) {
    try {
      client.newUntypedWorkflowStub(WorkflowIds.hire(hireId)).describe();
      return true;
    } catch (WorkflowNotFoundException e) {
      return false;
    }
  }
}
