package dev.tenure.worker.temporal;

import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.workflows.connection.OperatorCommands;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.hire.SearchAttributes;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What Temporal must offer before work can begin: a namespace and our search attributes. */
@Singleton
public final class NamespaceSetup {

  private static final long PATIENCE_SECONDS = 5;

  /** So answers a service that keeps its operator service to itself, as Temporal Cloud does. */
  private static final Set<Code> NOT_OURS = EnumSet.of(Code.PERMISSION_DENIED, Code.UNIMPLEMENTED);

  private final WorkflowClient client;
  private final OperatorServiceStubs operator;
  private final TemporalConnection connection;
  private final OperatorCommands commands;
  private final WorkerStatus status;

  NamespaceSetup(
      WorkflowClient client,
      OperatorServiceStubs operator,
      TemporalConnection connection,
      WorkerStatus status) {
    this.client = client;
    this.operator = operator;
    this.connection = connection;
    this.commands = new OperatorCommands(connection);
    this.status = status;
  }

  /**
   * Looks for what is missing and makes what may be made.
   *
   * @throws NamespaceNotReadyException with words about what is still missing
   */
  public void prepare() throws NamespaceNotReadyException {
    requireNamespace();
    try {
      requireSearchAttributes();
    } catch (StatusRuntimeException e) {
      throw new NamespaceNotReadyException(connection.words(e));
    }
  }

  /**
   * Asks whether the namespace can be used.
   *
   * @throws NamespaceNotReadyException with words about the reason why not, and the remedy
   */
  public void requireNamespace() throws NamespaceNotReadyException {
    try {
      stub()
          .describeNamespace(
              DescribeNamespaceRequest.newBuilder().setNamespace(connection.namespace()).build());
    } catch (StatusRuntimeException e) {
      throw new NamespaceNotReadyException(
          e.getStatus().getCode() == Code.NOT_FOUND
              ? "Temporal at %s has no namespace %s; create it, and the worker goes on by itself: %s"
                  .formatted(
                      connection.address(), connection.namespace(), commands.createNamespace())
              : connection.words(e));
    }
  }

  private void requireSearchAttributes() throws NamespaceNotReadyException {
    Map<String, IndexedValueType> missing = missing();
    if (missing.isEmpty()) {
      return;
    }
    try {
      operatorStub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(connection.namespace())
                  .putAllSearchAttributes(missing)
                  .build());
    } catch (StatusRuntimeException e) {
      // Begun without them, every hire would fail its first task, and go on failing.
      throw new NamespaceNotReadyException(
          "Namespace %s lacks search attributes, and these credentials may not create them (%s); create them, and the worker goes on by itself: %s"
              .formatted(
                  connection.namespace(),
                  e.getStatus().getCode(),
                  commands.createSearchAttributes(missing)));
    }
  }

  private Map<String, IndexedValueType> missing() {
    Map<String, IndexedValueType> missing = new TreeMap<>(SearchAttributes.ALL);
    try {
      missing.keySet().removeAll(registered());
      return missing;
    } catch (StatusRuntimeException e) {
      if (!NOT_OURS.contains(e.getStatus().getCode())) {
        throw e;
      }
    }
    try {
      missing
          .entrySet()
          .removeIf(attribute -> canBeQueried(attribute.getKey(), attribute.getValue()));
      return missing;
    } catch (StatusRuntimeException e) {
      if (!NOT_OURS.contains(e.getStatus().getCode())) {
        throw e;
      }
      status.note(
          "searchAttributes",
          "This Temporal service does not tell its search attributes; should hires stand still"
              + " for want of them: "
              + commands.createSearchAttributes(missing));
      return Map.of();
    }
  }

  private Set<String> registered() {
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(connection.namespace()).build();
    return operatorStub().listSearchAttributes(request).getCustomAttributesMap().keySet();
  }

  /** A query by an attribute that the namespace does not have is refused as invalid. */
  private boolean canBeQueried(String name, IndexedValueType type) {
    String value = type == IndexedValueType.INDEXED_VALUE_TYPE_BOOL ? "true" : "'none'";
    try {
      stub()
          .countWorkflowExecutions(
              CountWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(connection.namespace())
                  .setQuery(name + " = " + value)
                  .build());
      return true;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Code.INVALID_ARGUMENT) {
        return false;
      }
      throw e;
    }
  }

  /** Of the client, whose calls name the namespace in a header. */
  private WorkflowServiceBlockingStub stub() {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private OperatorServiceBlockingStub operatorStub() {
    return operator.blockingStub().withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
