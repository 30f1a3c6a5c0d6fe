package dev.tenure.database.cluster;

import dev.tenure.database.host.Commands;
import dev.tenure.database.host.DatabaseException;
import dev.tenure.database.host.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The running PostgreSQL of one cluster. */
public final class PostgresServer {
  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration LEFTOVER_GONE_WITHIN = Duration.ofSeconds(20);

  private final Cluster cluster;
  private final Process process;

  private PostgresServer(Cluster cluster, Process process) {
    this.cluster = cluster;
    this.process = process;
  }

  /**
   * Starts the server and returns when it accepts connections. A server whose Java process was
   * killed is stopped first; backends of a killed server may need a moment to notice, so a start
   * that fails is tried again for a while.
   */
  public static PostgresServer start(
      Cluster cluster, int port, ServerSettings settings, Redirect log, Consumer<String> say) {
    stopLeftover(cluster, say);
    var deadline = System.nanoTime() + LEFTOVER_GONE_WITHIN.toNanos();
    while (true) {
      var server = new PostgresServer(cluster, launch(cluster, port, settings, log));
      if (server.becomesReady()) {
        return server;
      }
      if (System.nanoTime() > deadline || !Ports.isFree(port)) {
        throw new DatabaseException(
            "PostgreSQL does not start on port " + port + "; its own words are in its log");
      }
    }
  }

  public static void stopLeftover(Cluster cluster, Consumer<String> say) {
    var pidFile = PidFile.of(cluster.home().cluster());
    var server = pidFile.server();
    if (server.isEmpty()) {
      pidFile.delete();
      return;
    }
    say.accept(
        "Stopping the PostgreSQL that an earlier run left behind, pid " + server.get().pid());
    var words = Commands.run(cluster.stopCommand()).output();
    var deadline = System.nanoTime() + LEFTOVER_GONE_WITHIN.toNanos();
    while (PidFile.isPostgres(server.get())) {
      if (System.nanoTime() > deadline) {
        throw new DatabaseException(
            "The process " + server.get().pid() + " does not stop: " + words);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  public int awaitExit() throws InterruptedException {
    return process.waitFor();
  }

  /** Rolls open transactions back, writes a checkpoint and ends. */
  public void stop() {
    if (process.isAlive()) {
      Commands.run(cluster.stopCommand());
    }
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean becomesReady() {
    var pidFile = PidFile.of(cluster.home().cluster());
    var deadline = System.nanoTime() + READY_WITHIN.toNanos();
    try {
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        if (pidFile.server().isPresent() && pidFile.saysReady()) {
          return true;
        }
        if (System.nanoTime() > deadline) {
          stop();
          return false;
        }
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while PostgreSQL was starting", e);
    }
  }

  private static Process launch(Cluster cluster, int port, ServerSettings settings, Redirect log) {
    try {
      return new ProcessBuilder(cluster.serverCommand(port, settings))
          .directory(cluster.home().folder().toFile())
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started", e);
    }
  }
}
