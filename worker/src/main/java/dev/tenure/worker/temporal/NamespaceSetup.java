package dev.tenure.worker.temporal;

import dev.tenure.worker.settings.TemporalSettings;
import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.workflows.hire.SearchAttributes;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What Temporal must offer before work can begin: a namespace and our search attributes. */
@Singleton
public final class NamespaceSetup {

  private static final long PATIENCE_SECONDS = 5;

  private final WorkflowServiceStubs service;
  private final OperatorServiceStubs operator;
  private final String namespace;
  private final WorkerStatus status;

  NamespaceSetup(
      WorkflowServiceStubs service,
      OperatorServiceStubs operator,
      TemporalSettings settings,
      WorkerStatus status) {
    this.status = status;
    this.service = service;
    this.operator = operator;
    this.namespace = settings.namespace();
  }

  /**
   * Looks for what is missing and makes what may be made.
   *
   * @throws NamespaceNotReadyException with words about what is still missing
   */
  public void prepare() throws NamespaceNotReadyException {
    try {
      service
          .blockingStub()
          .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    } catch (StatusRuntimeException e) {
      throw e.getStatus().getCode() == Code.NOT_FOUND
          ? new NamespaceNotReadyException(
              "waiting for the namespace: temporal operator namespace create -n " + namespace)
          : new NamespaceNotReadyException(
              "connecting to Temporal (" + e.getStatus().getCode() + ")");
    }
    searchAttributes();
  }

  private void searchAttributes() throws NamespaceNotReadyException {
    Map<String, IndexedValueType> missing = missing();
    if (missing.isEmpty()) {
      return;
    }
    try {
      stub()
          .addSearchAttributes(
              AddSearchAttributesRequest.newBuilder()
                  .setNamespace(namespace)
                  .putAllSearchAttributes(missing)
                  .build());
    } catch (StatusRuntimeException e) {
      throw new NamespaceNotReadyException(
          "search attributes are missing and cannot be created from here ("
              + e.getStatus().getCode()
              + "): "
              + command(namespace, missing));
    }
  }

  private Map<String, IndexedValueType> missing() throws NamespaceNotReadyException {
    Map<String, IndexedValueType> missing = new TreeMap<>(SearchAttributes.ALL);
    try {
      missing.keySet().removeAll(registered());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Code.UNIMPLEMENTED) {
        status.note(
            "searchAttributes",
            "This Temporal service does not tell its search attributes; should hires stand still"
                + " for want of them: "
                + command(namespace, missing));
        return Map.of();
      }
      throw new NamespaceNotReadyException(
          "search attributes cannot be listed (" + e.getStatus().getCode() + ")");
    }
    return missing;
  }

  private Set<String> registered() {
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build();
    return stub().listSearchAttributes(request).getCustomAttributesMap().keySet();
  }

  private OperatorServiceBlockingStub stub() {
    return operator.blockingStub().withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static String command(String namespace, Map<String, IndexedValueType> missing) {
    StringBuilder command =
        new StringBuilder("temporal operator search-attribute create --namespace " + namespace);
    missing.forEach(
        (name, type) ->
            command.append(" --name ").append(name).append(" --type ").append(cliName(type)));
    return command.toString();
  }

  /** {@code INDEXED_VALUE_TYPE_KEYWORD_LIST} is {@code KeywordList} on the command line. */
  private static String cliName(IndexedValueType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().substring("INDEXED_VALUE_TYPE_".length()).split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
