package dev.tenure.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Another process of a role, on a port of its own and beside the one that the supervisor keeps. It
 * is started as the system says that one was (Linux).
 */
final class SecondProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final long END_SECONDS = 60;

  private final ProcessBuilder builder;
  private final String origin;
  private Process process;

  /**
   * Starts it and waits until it is ready.
   *
   * @param variable what tells the role its port
   */
  SecondProcess(ProcessHandle first, String variable, int port, Path log) {
    Path system = Path.of("/proc", Long.toString(first.pid()));
    this.origin = "http://127.0.0.1:" + port;
    this.builder = new ProcessBuilder(words(system.resolve("cmdline")).toList());
    builder.environment().clear();
    words(system.resolve("environ"))
        .map(entry -> entry.split("=", 2))
        .forEach(entry -> builder.environment().put(entry[0], entry[1]));
    builder.environment().put(variable, Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.directory(folder(system.resolve("cwd")));
    this.process = start();
  }

  private Process start() {
    try {
      Process started = builder.start();
      Await.until(
          origin + " is ready",
          START,
          () -> {
            if (!started.isAlive()) {
              throw new AssertionError(origin + " ended with " + started.exitValue());
            }
            return Stack.serving(origin + "/health/readiness")
                ? Optional.of(true)
                : Optional.empty();
          });
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String origin() {
    return origin;
  }

  /** Stops it by SIGTERM and starts it again once it has ended. */
  void restart() {
    close();
    process = start();
  }

  /** Ends it at once, with no chance to say goodbye. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(origin + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> words(Path file) {
    try {
      return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"))
          .filter(word -> !word.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File folder(Path link) {
    try {
      return link.toRealPath().toFile();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
