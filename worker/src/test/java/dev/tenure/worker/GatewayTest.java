package dev.tenure.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class GatewayTest {

  private final String name = UUID.randomUUID().toString();
  private final Namespace namespace = new Namespace();
  private final Attributes attributes = new Attributes();
  private final Server server = serve(namespace.bindService(), attributes.bindService());
  private final Gateway gateway = gateway();

  @AfterEach
  void close() {
    server.shutdownNow();
  }

  @Test
  void missingSearchAttributesAreRegisteredWithTheirTypes() throws Exception {
    attributes.known.put("TenureStatus", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    gateway.open();
    assertThat(attributes.known).isEqualTo(SearchAttributes.ALL);
    assertThat(attributes.added).doesNotContainKey("TenureStatus");
  }

  @Test
  void whereTheyCannotBeRegisteredTheWordsAreTheCommand() {
    attributes.forbidden = true;
    assertThatThrownBy(gateway::open)
        .isInstanceOf(NotYetException.class)
        .hasMessageContaining("PERMISSION_DENIED")
        .hasMessageContaining(
            "temporal operator search-attribute create --namespace hiring --name TenureAccount"
                + " --type Keyword")
        .hasMessageContaining("--name TenureIncident --type Bool");
  }

  @Test
  void aNamespaceThatIsNotThereYetIsNamedWithTheCommand() {
    namespace.missing = true;
    assertThatThrownBy(gateway::open)
        .isInstanceOf(NotYetException.class)
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

  private Gateway gateway() {
    var channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    WorkerSettings settings =
        WorkerSettings.of(
            Map.of(
                "TEMPORAL_NAMESPACE", "hiring",
                "OT_API_BASE_URL", "http://127.0.0.1:1",
                "OT_API_TOKEN", "t"));
    return new Gateway(
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults()),
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults()),
        settings,
        new Status());
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
