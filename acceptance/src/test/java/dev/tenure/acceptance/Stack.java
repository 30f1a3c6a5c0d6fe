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
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A whole stack of real processes, started by the launcher as a user would. */
final class Stack implements AutoCloseable {
  /** The first start may have to build Temporal's command line tool. */
  private static final Duration START = Duration.ofMinutes(12);

  private static final Duration GONE = Duration.ofMinutes(2);

  /** Below the ports that systems give to outgoing connections. */
  private static final int LOWEST_BASE = 20_000;

  private static final int HIGHEST_BASE = 32_000;
  private static final int PORTS = 10;
  private static final int MANY = 1_000;

  private static final Path ROOT = Path.of(System.getenv("TENURE_ROOT")).normalize();

  private final Path home;
  private final int base;
  private final Map<String, String> settings;
  private Process supervisor;

  private Stack(Path home, int base, Map<String, String> settings) {
    this.home = home;
    this.base = base;
    this.settings = settings;
    this.supervisor = up();
  }

  static Stack start() {
    return start(Map.of());
  }

  /** A stack with environment variables of its own. */
  static Stack start(Map<String, String> settings) {
    try {
      return new Stack(Files.createTempDirectory("tenure-acceptance"), freeBase(), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the stack again on the same data. */
  void startAgain() {
    supervisor = up();
  }

  private Process up() {
    Process process = launch("up");
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

  /** Whether an address answers 200. */
  static boolean serving(String url) {
    try {
      return Json.get(url).status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** Runs the launcher with this stack's home and ports. */
  Process launch(String... arguments) {
    List<String> command =
        IntStream.rangeClosed(0, arguments.length)
            .mapToObj(i -> i == 0 ? ROOT.resolve("tenure").toString() : arguments[i - 1])
            .toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TENURE_HOME", home.toString());
    builder.environment().put("TENURE_PORT_BASE", Integer.toString(base));
    builder.environment().put("TENURE_BUILD", "never");
    builder.environment().putAll(settings);
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

  /** What each role has written. */
  List<String> logs() {
    try (Stream<Path> files = Files.list(home.resolve("logs"))) {
      return files.filter(Files::isRegularFile).map(Stack::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder with the data and the logs of all roles. */
  Path home() {
    return home;
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
    awaitEnd(process);
  }

  /** Stops a process by SIGTERM and waits until the supervisor has started it again. */
  void restart(String role) {
    ProcessHandle process = process(role);
    process.destroy();
    awaitEnd(process);
    String origin = role.equals("api") ? api() : worker();
    Await.until(
        role + " serves again", START, () -> serves(origin) ? Optional.of(true) : Optional.empty());
  }

  /** Another process of a role beside that of the supervisor. */
  SecondProcess second(String role, String portVariable) {
    return new SecondProcess(
        process(role), portVariable, freePort(), home.resolve("second-" + role + ".log"));
  }

  /**
   * Of a dead process that nobody collects, as in a container whose first process is no init, the
   * number stays for ever and only the command goes.
   */
  private static void awaitEnd(ProcessHandle process) {
    Await.until(
        "process " + process.pid() + " has ended",
        GONE,
        () -> runs(process) ? Optional.empty() : Optional.of(true));
  }

  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
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
    all.forEach(Stack::awaitEnd);
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

  ProcessHandle process(String role) {
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
      if (!launch("down").waitFor(10, TimeUnit.MINUTES)) {
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
    return ThreadLocalRandom.current()
        .ints(MANY, LOWEST_BASE, HIGHEST_BASE)
        .filter(base -> IntStream.range(base, base + PORTS).allMatch(Stack::free))
        .findFirst()
        .orElseThrow();
  }

  /** Beyond those that stacks take. */
  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(MANY, LOWEST_BASE / 2, LOWEST_BASE)
        .filter(Stack::free)
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
