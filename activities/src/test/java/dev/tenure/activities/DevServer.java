package dev.tenure.activities;

import java.io.IOException;

/** A real Temporal server of the command line tool named by {@link #CLI}, in memory. */
public final class DevServer implements AutoCloseable {

  /** The environment variable that names the program. */
  public static final String CLI = "TENURE_TEMPORAL_CLI";

  private final String address;
  private final Process process;

  public DevServer() throws IOException {
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
  }

  /** Where it listens, or soon will: clients wait for it. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
