package dev.tenure.cli.supervision;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks after the logs of running processes, so that none grows without end. */
final class LogRotation {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final Console console;
  private final CountDownLatch stopped;
  private final List<LogFile> logs = new CopyOnWriteArrayList<>();

  /**
   * @param stopped when there is nothing left to look after
   */
  LogRotation(Console console, CountDownLatch stopped) {
    this.console = console;
    this.stopped = stopped;
    Thread.ofVirtual().name("keep-logs").start(this::run);
  }

  void keep(LogFile log) {
    logs.add(log);
  }

  private void run() {
    try {
      while (!stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        logs.forEach(this::makeRoom);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void makeRoom(LogFile log) {
    try {
      log.makeRoom();
    } catch (Refused e) {
      console.say(e.getMessage() + "; tried again in " + LOOK_EVERY.toSeconds() + " s");
    }
  }
}
