package dev.tenure.api.temporal;

import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.opentrain.EarlierHireWorkflow;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryReverseResponse;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The workflow runs of hires, beside what they do. */
@Singleton
public final class Runs {

  private static final long PATIENCE_SECONDS = 5;

  private final WorkflowClient client;
  private final String namespace;

  Runs(WorkflowClient client) {
    this.client = client;
    this.namespace = client.getOptions().getNamespace();
  }

  /** Fails without the namespace: then nothing that is not found says anything about a hire. */
  void requireNamespace() {
    stub().describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
  }

  Run find(String hireId) {
    try {
      WorkflowExecutionInfo info =
          stub()
              .describeWorkflowExecution(
                  DescribeWorkflowExecutionRequest.newBuilder()
                      .setNamespace(namespace)
                      .setExecution(execution(hireId))
                      .build())
              .getWorkflowExecutionInfo();
      return read(info);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return new Run.Unknown();
      }
      throw e;
    }
  }

  /**
   * Carries a hire on whose run has ended, from the last step that it finished, or from its
   * beginning if it finished none: everything that it knew is known again, and what it was doing is
   * done again, as after any crash.
   *
   * @param before is told the run that ended, before another one can follow it
   * @return how it stands now: at work, or unknown where its history is not there any more
   */
  public Run revive(String hireId, Consumer<String> before) {
    return switch (find(hireId)) {
      case Run.Open open -> open;
      case Run.Over over -> {
        before.accept(over.runId());
        yield reset(hireId, over.runId());
      }
      case Run.Earlier earlier -> earlier;
      case Run.Unknown unknown -> unknown;
    };
  }

  private Run reset(String hireId, String runId) {
    WorkflowExecution run = execution(hireId).toBuilder().setRunId(runId).build();
    return resetPoint(run)
        .map(step -> stub().resetWorkflowExecution(request(run, step)).getRunId())
        .<Run>map(Run.Open::new)
        .orElseGet(Run.Unknown::new);
  }

  /**
   * From where a Temporal Reset carries a run on: the last workflow task that was finished; in a
   * run that finished none, its first one, which then is done for the first time.
   */
  private Optional<Long> resetPoint(WorkflowExecution run) {
    var request =
        GetWorkflowExecutionHistoryReverseRequest.newBuilder()
            .setNamespace(namespace)
            .setExecution(run);
    Optional<Long> first = Optional.empty();
    while (true) {
      GetWorkflowExecutionHistoryReverseResponse page =
          stub().getWorkflowExecutionHistoryReverse(request.build());
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

  private ResetWorkflowExecutionRequest request(WorkflowExecution run, long step) {
    byte[] bytes = run.getRunId().getBytes(StandardCharsets.UTF_8);
    return ResetWorkflowExecutionRequest.newBuilder()
        .setNamespace(namespace)
        .setWorkflowExecution(run)
        .setReason("an operator answered the incident of the gone workflow by retry")
        .setWorkflowTaskFinishEventId(step)
        // The same for every attempt of this answer: one reset, not two.
        .setRequestId(UUID.nameUUIDFromBytes(bytes).toString())
        .build();
  }

  static Run read(WorkflowExecutionInfo info) {
    String runId = info.getExecution().getRunId();
    if (info.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      return new Run.Open(runId);
    }
    return info.getType().getName().equals(EarlierHireWorkflow.TYPE)
        ? new Run.Earlier()
        : new Run.Over(runId, how(info.getStatus()));
  }

  private static String how(WorkflowExecutionStatus status) {
    return status
        .name()
        .substring("WORKFLOW_EXECUTION_STATUS_".length())
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }

  private static WorkflowExecution execution(String hireId) {
    return WorkflowExecution.newBuilder().setWorkflowId(WorkflowIds.hire(hireId)).build();
  }

  /** Of the client, whose calls name the namespace in a header. */
  private WorkflowServiceBlockingStub stub() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
