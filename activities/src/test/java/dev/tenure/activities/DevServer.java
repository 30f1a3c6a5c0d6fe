package dev.tenure.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.concurrent.TimeUnit;

/** A real Temporal server of the command line tool named by {@link #CLI}, in memory. */
public final class DevServer implements AutoCloseable {

  /** The environment variable that names the program. */
  public static final String CLI = "TENURE_TEMPORAL_CLI";

  private final String address;
  private final Process process;

  /** Returns once it serves; a loaded machine takes its time. */
  public DevServer() throws Exception {
    int port = FreePorts.one();
    address = "127.0.0.1:" + port;
    process =
        new ProcessBuilder(
                System.getenv(CLI),
                "server",
                "start-dev",
                "--headless",
                "--ip",
                "127.0.0.1",
                "--log-level",
                "error",
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    try {
      Eventually.holds(() -> assertThat(serves(service)).isTrue());
    } finally {
      service.shutdownNow();
    }
  }

  private static boolean serves(WorkflowServiceStubs service) {
    try {
      service
          .blockingStub()
          .withDeadlineAfter(5, TimeUnit.SECONDS)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace("default").build());
      return true;
    } catch (StatusRuntimeException notYet) {
      return false;
    }
  }

  /** Where it listens. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
