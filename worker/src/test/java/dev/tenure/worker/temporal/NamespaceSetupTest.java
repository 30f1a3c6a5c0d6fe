package dev.tenure.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.workflows.connection.TemporalConnection;
import dev.tenure.workflows.hire.SearchAttributes;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespaceSetupTest {

  private final String name = UUID.randomUUID().toString();
  private final Namespace namespace = new Namespace();
  private final Attributes attributes = new Attributes();
  private final Server server = serve(namespace.bindService(), attributes.bindService());
  private final WorkerStatus status = new WorkerStatus();
  private final NamespaceSetup setup = setup("temporal:7233");

  @AfterEach
  void close() {
    server.shutdownNow();
  }

  @Test
  void missingSearchAttributesAreRegisteredWithTheirTypes() throws Exception {
    attributes.known.put("TenureStatus", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    setup.prepare();
    assertThat(attributes.known).isEqualTo(SearchAttributes.ALL);
    assertThat(attributes.added).doesNotContainKey("TenureStatus");
  }

  @Test
  void whereTheyCannotBeRegisteredTheWordsAreTheCommand() {
    attributes.forbidden = true;
    assertThatThrownBy(setup::prepare)
        .isInstanceOf(NamespaceNotReadyException.class)
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining(
            "temporal operator search-attribute create --address temporal:7233 --namespace hiring"
                + " --name TenureAccount --type Keyword")
        .hasMessageContaining("--name TenureIncident --type Bool");
  }

  @Test
  void withoutTheOperatorServiceAttributesThatCanBeQueriedAreEnough() throws Exception {
    attributes.closed = Status.PERMISSION_DENIED;
    attributes.known.putAll(SearchAttributes.ALL);
    setup.prepare();
    attributes.closed = Status.UNIMPLEMENTED;
    setup.prepare();
    assertThat(status.details()).doesNotContainKey("searchAttributes");
  }

  @Test
  void onTemporalCloudTheCommandIsTheOneOfTemporalCloud() {
    attributes.closed = Status.PERMISSION_DENIED;
    attributes.known.put("TenureStatus", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    assertThatThrownBy(setup("hiring.a1b2c.tmprl.cloud:7233")::prepare)
        .isInstanceOf(NamespaceNotReadyException.class)
        .hasMessageContaining(
            "tcld namespace search-attributes add --namespace hiring"
                + " --search-attribute \"TenureAccount=Keyword\"")
        .hasMessageContaining("--search-attribute \"TenureIncident=Bool\"")
        .hasMessageNotContaining("TenureStatus");
  }

  @Test
  void whereNothingTellsOfSearchAttributesTheWorkBeginsWithANote() throws Exception {
    attributes.closed = Status.UNIMPLEMENTED;
    namespace.countsNothing = true;
    setup.prepare();
    assertThat(status.details().get("searchAttributes")).contains("search-attribute create");
  }

  @Test
  void aFailureOfAnotherKindIsNotTakenForMissingRights() {
    attributes.closed = Status.UNAVAILABLE;
    assertThatThrownBy(setup::prepare)
        .isInstanceOf(NamespaceNotReadyException.class)
        .hasMessageContaining("Temporal at temporal:7233 cannot be reached");
  }

  @Test
  void aNamespaceThatIsNotThereYetIsNamedWithTheCommand() {
    namespace.missing = true;
    assertThatThrownBy(setup::prepare)
        .isInstanceOf(NamespaceNotReadyException.class)
        .hasMessageContaining(
            "temporal operator namespace create --address temporal:7233 --namespace hiring");
  }

  private Server serve(ServerServiceDefinition... services) {
    InProcessServerBuilder builder = InProcessServerBuilder.forName(name).directExecutor();
    for (ServerServiceDefinition service : services) {
      builder.addService(service);
    }
    try {
      return builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NamespaceSetup setup(String address) {
    var channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    var connection =
        TemporalConnection.of(Map.of("TEMPORAL_ADDRESS", address, "TEMPORAL_NAMESPACE", "hiring"));
    return new NamespaceSetup(
        WorkflowClient.newInstance(
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder()
                    .setChannel(channel)
                    .validateAndBuildWithDefaults()),
            connection.clientOptions().build()),
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults()),
        connection,
        status);
  }

  private final class Namespace extends WorkflowServiceGrpc.WorkflowServiceImplBase {

    private volatile boolean missing;
    private volatile boolean countsNothing;

    @Override
    public void countWorkflowExecutions(
        CountWorkflowExecutionsRequest request,
        StreamObserver<CountWorkflowExecutionsResponse> out) {
      if (countsNothing) {
        out.onError(Status.UNIMPLEMENTED.asRuntimeException());
      } else if (attributes.known.containsKey(request.getQuery().split(" ", -1)[0])) {
        answer(out, CountWorkflowExecutionsResponse.getDefaultInstance());
      } else {
        out.onError(Status.INVALID_ARGUMENT.asRuntimeException());
      }
    }

    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> out) {
      answer(out, GetSystemInfoResponse.getDefaultInstance());
    }

    @Override
    public void describeNamespace(
        DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> out) {
      if (missing) {
        out.onError(Status.NOT_FOUND.asRuntimeException());
      } else {
        answer(out, DescribeNamespaceResponse.getDefaultInstance());
      }
    }
  }

  private static final class Attributes extends OperatorServiceGrpc.OperatorServiceImplBase {

    private final Map<String, IndexedValueType> known = new HashMap<>();
    private final Map<String, IndexedValueType> added = new HashMap<>();
    private volatile boolean forbidden;
    private volatile @Nullable Status closed;

    @Override
    public void listSearchAttributes(
        ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> out) {
      Status refusal = closed;
      if (refusal != null) {
        out.onError(refusal.asRuntimeException());
        return;
      }
      answer(out, ListSearchAttributesResponse.newBuilder().putAllCustomAttributes(known).build());
    }

    @Override
    public void addSearchAttributes(
        AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> out) {
      if (forbidden || closed != null) {
        out.onError(Status.PERMISSION_DENIED.asRuntimeException());
        return;
      }
      added.putAll(request.getSearchAttributesMap());
      known.putAll(added);
      answer(out, AddSearchAttributesResponse.getDefaultInstance());
    }
  }

  private static <T> void answer(StreamObserver<T> out, T response) {
    out.onNext(response);
    out.onCompleted();
  }
}
