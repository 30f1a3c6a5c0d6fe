package dev.tenure.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A whole stack of real processes, started by the launcher as a user would. */
final class Stack implements AutoCloseable {
  /** The first start may have to build Temporal's command line tool. */
  private static final Duration START = Duration.ofMinutes(12);

  private static final Path ROOT = Path.of(System.getenv("TENURE_ROOT")).normalize();

  private final Path home;
  private final int base;
  private Process supervisor;

  private Stack(Path home, int base) {
    this.home = home;
    this.base = base;
    this.supervisor = up();
  }

  static Stack start() {
    try {
      return new Stack(Files.createTempDirectory("tenure-acceptance"), freeBase());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the stack again on the same data. */
  void startAgain() {
    supervisor = up();
  }

  private Process up() {
    Process process = launch(Map.of(), "up");
    Await.until(
        "the stack is ready",
        START,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the launcher gave up: " + output());
          }
          return serves(api()) && serves(worker()) ? Optional.of(true) : Optional.empty();
        });
    return process;
  }

  /** Whether a role answers and calls itself ready. */
  boolean serves(String origin) {
    return serving(origin + "/health/readiness");
  }

  private static boolean serving(String url) {
    try {
      return Json.get(url).status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Runs the launcher with this stack's home and ports. */
  Process launch(Map<String, String> more, String... arguments) {
    List<String> command =
        IntStream.rangeClosed(0, arguments.length)
            .mapToObj(i -> i == 0 ? ROOT.resolve("tenure").toString() : arguments[i - 1])
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TENURE_HOME", home.toString());
    builder.environment().put("TENURE_PORT_BASE", Integer.toString(base));
    builder.environment().put("TENURE_BUILD", "never");
    builder.environment().putAll(more);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile().toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path outputFile() {
    return home.resolve("launcher.out");
  }

  String output() {
    try {
      return Files.readString(outputFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String api() {
    return url(0);
  }

  String temporalAddress() {
    return "127.0.0.1:" + (base + 1);
  }

  String temporalUi() {
    return url(2);
  }

  String sandbox() {
    return url(3);
  }

  String worker() {
    return url(5);
  }

  private String url(int offset) {
    return "http://127.0.0.1:" + (base + offset);
  }

  /** Ends a process of the stack at once, with no chance to say goodbye. */
  void kill(String role) {
    ProcessHandle process = process(role);
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Stops a process without ending it: it keeps its connections and answers nothing. */
  void freeze(String role) {
    signal("STOP", role);
  }

  void thaw(String role) {
    signal("CONT", role);
  }

  private void signal(String name, String role) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + name, Long.toString(process(role).pid())).start();
      if (kill.waitFor() != 0) {
        throw new AssertionError("no signal " + name + " for " + role);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends every process of the stack at once, Temporal, PostgreSQL and the supervisor included. */
  void killEverything() {
    List<ProcessHandle> all =
        ProcessHandle.current()
            .descendants()
            .filter(
                process -> mentions(process, home.toString()) || roles().contains(process.pid()))
            .toList();
    supervisor.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    roles().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  private static boolean mentions(ProcessHandle process, String words) {
    return process.info().commandLine().map(line -> line.contains(words)).orElse(false);
  }

  private List<Long> roles() {
    return List.of("temporal", "database", "sandbox", "api", "worker").stream()
        .map(role -> home.resolve("run").resolve(role + ".process.json"))
        .filter(Files::exists)
        .map(file -> record(file).get("pid").asLong())
        .toList();
  }

  private ProcessHandle process(String role) {
    JsonNode record = record(home.resolve("run").resolve(role + ".process.json"));
    return ProcessHandle.of(record.get("pid").asLong()).orElseThrow();
  }

  private static JsonNode record(Path file) {
    try {
      return Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (!launch(Map.of(), "down").waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("tenure down did not return: " + output());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      supervisor.destroy();
    }
  }

  private static int freeBase() {
    return IntStream.iterate(21000, base -> base < 60000, base -> base + 50)
        .map(base -> base + (int) (ProcessHandle.current().pid() % 40))
        .filter(base -> IntStream.range(base, base + 10).allMatch(Stack::free))
        .findFirst()
        .orElseThrow();
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException busy) {
      return false;
    }
  }
}
