package dev.tenure.workflows.connection;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** A real Temporal server of the command line tool named by {@link #CLI}, in memory. */
public final class DevServer implements AutoCloseable {

  /** The environment variable that names the program. */
  public static final String CLI = "TENURE_TEMPORAL_CLI";

  /** A loaded machine takes its time. */
  private static final Duration SERVES_WITHIN = Duration.ofSeconds(90);

  private final int port;
  private final Process process;

  private DevServer(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Returns once it serves. */
  public static DevServer start() throws IOException {
    int port = freePort();
    Process process =
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
    var server = new DevServer(port, process);
    try {
      WorkflowServiceStubs.newConnectedServiceStubs(
              WorkflowServiceStubsOptions.newBuilder().setTarget(server.address()).build(),
              SERVES_WITHIN)
          .shutdownNow();
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  /** Below those from which systems take the ports of outgoing connections. */
  private static int freePort() throws IOException {
    for (int attempt = 0; ; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        if (attempt == 1_000) {
          throw e;
        }
      }
    }
  }

  /** Where it listens. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** The port of that address. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
