package dev.tenure.api.temporal;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.Optional;

/** Finds the place in a history from which a Temporal Reset carries a run on. */
final class ResetPoint {

  private final WorkflowServiceBlockingStub service;
  private final String namespace;

  ResetPoint(WorkflowServiceBlockingStub service, String namespace) {
    this.service = service;
    this.namespace = namespace;
  }

  /**
   * The last workflow task that was finished; in a run that finished none, its first one, which
   * then is done for the first time.
   */
  Optional<Long> of(WorkflowExecution run) {
    var request =
        GetWorkflowExecutionHistoryReverseRequest.newBuilder()
            .setNamespace(namespace)
            .setExecution(run);
    Optional<Long> first = Optional.empty();
    while (true) {
      GetWorkflowExecutionHistoryReverseResponse page =
          service.getWorkflowExecutionHistoryReverse(request.build());
      for (HistoryEvent event : page.getHistory().getEventsList()) {
        if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
          return Optional.of(event.getEventId());
        }
        if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED) {
          // Temporal goes back to just before the event that it is given.
          first = Optional.of(event.getEventId() + 1);
        }
      }
      if (page.getNextPageToken().isEmpty()) {
        return first;
      }
      request.setNextPageToken(page.getNextPageToken());
    }
  }
}
