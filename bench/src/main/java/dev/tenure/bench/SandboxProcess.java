package dev.tenure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A sandbox in a JVM of its own, with its world in a file. */
final class SandboxProcess implements AutoCloseable {
  private static final String READY = "Sandbox: ";

  private final Process process;
  private final String url;

  SandboxProcess(Path folder, String classPath) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(shippedOptions());
    command.addAll(List.of("-cp", classPath, "dev.tenure.sandbox.Sandbox"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SANDBOX_PORT", "-1");
    builder.environment().put("SANDBOX_DATA", folder.toString());
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "bench-end"));
    url = url(new BufferedReader(process.inputReader(StandardCharsets.UTF_8)));
  }

  String url() {
    return url;
  }

  /** The most memory that the process ever held, in MiB, as Linux counts it. */
  long peakMebibytes() throws IOException {
    return Memory.mebibytes(process.pid(), "status", "VmHWM:");
  }

  /** The processor time that the process has used so far; it says the same on a busy machine. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(late -> gone()).join();
  }

  private Process gone() {
    return process.destroyForcibly();
  }

  /** What is measured runs as what is delivered. */
  private static List<String> shippedOptions() throws IOException {
    return Files.readAllLines(Path.of("dist/src/main/roles/sandbox.args")).stream()
        .filter(line -> line.startsWith("-"))
        .toList();
  }

  private static String url(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length());
      }
    }
    throw new IOException("the sandbox did not start");
  }
}
