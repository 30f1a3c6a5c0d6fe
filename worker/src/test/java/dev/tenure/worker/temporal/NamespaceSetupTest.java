package dev.tenure.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.worker.settings.TemporalSettings;
import dev.tenure.worker.status.WorkerStatus;
import dev.tenure.workflows.hire.SearchAttributes;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespaceSetupTest {

  private final String name = UUID.randomUUID().toString();
  private final Namespace namespace = new Namespace();
  private final Attributes attributes = new Attributes();
  private final Server server = serve(namespace.bindService(), attributes.bindService());
  private final NamespaceSetup setup = setup();

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
            "temporal operator search-attribute create --namespace hiring --name TenureAccount"
                + " --type Keyword")
        .hasMessageContaining("--name TenureIncident --type Bool");
  }

  @Test
  void aNamespaceThatIsNotThereYetIsNamedWithTheCommand() {
    namespace.missing = true;
    assertThatThrownBy(setup::prepare)
        .isInstanceOf(NamespaceNotReadyException.class)
        .hasMessageContaining("temporal operator namespace create -n hiring");
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

  private NamespaceSetup setup() {
    var channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    return new NamespaceSetup(
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults()),
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults()),
        new TemporalSettings("unused", "hiring"),
        new WorkerStatus());
  }

  private static final class Namespace extends WorkflowServiceGrpc.WorkflowServiceImplBase {

    private volatile boolean missing;

    @Override
    public void getSystemInfo(
        GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> out) {
      answer(out, GetSystemInfoResponse.getDefaultInstance());
    }

    @Override
    public void describeNamespace(
        DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> out) {
      if (missing) {
        out.onError(io.grpc.Status.NOT_FOUND.asRuntimeException());
      } else {
        answer(out, DescribeNamespaceResponse.getDefaultInstance());
      }
    }
  }

  private static final class Attributes extends OperatorServiceGrpc.OperatorServiceImplBase {

    private final Map<String, IndexedValueType> known = new HashMap<>();
    private final Map<String, IndexedValueType> added = new HashMap<>();
    private volatile boolean forbidden;

    @Override
    public void listSearchAttributes(
        ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> out) {
      answer(out, ListSearchAttributesResponse.newBuilder().putAllCustomAttributes(known).build());
    }

    @Override
    public void addSearchAttributes(
        AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> out) {
      if (forbidden) {
        out.onError(io.grpc.Status.PERMISSION_DENIED.asRuntimeException());
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
