package dev.tenure.cli.supervision;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One service under supervision: started, started again when it dies, and stopped at the end. */
final class ChildProcess {
  private static final int DEATHS_BEFORE_FIRST_READY = 3;
  private static final int KILLED = 137;
  private static final int TERMINATED = 143;

  private final Service service;
  private final LogFile log;
  private final Records records;
  private final Console console;
  private final Backoff backoff;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch gaveUp = new CountDownLatch(1);
  private final CountDownLatch ready = new CountDownLatch(1);
  private @Nullable Process process;

  ChildProcess(Service service, Path log, Records records, Console console, Backoff backoff) {
    this.service = service;
    this.log = new LogFile(log);
    this.records = records;
    this.console = console;
    this.backoff = backoff;
  }

  Service service() {
    return service;
  }

  LogFile log() {
    return log;
  }

  void start() {
    var first = launch();
    Thread.ofVirtual().name("keep-" + service.name()).start(() -> keepAlive(first));
  }

  /**
   * Looks once whether the service serves by now.
   *
   * @throws Refused if it died again and again, or was stopped, before it served
   */
  boolean becameReady() {
    if (gaveUp.getCount() == 0) {
      throw new Refused(service.name() + " does not start." + lastWords());
    }
    if (isStopping(Duration.ZERO)) {
      throw new Refused(service.name() + " was stopped while it was starting");
    }
    if (service.probe().isReady()) {
      ready.countDown();
      return true;
    }
    return false;
  }

  /** Asks the process to end, and makes it end when it does not within the time given. */
  void stop(Duration patience) {
    stopping.countDown();
    var running = current();
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        console.say(service.name() + " did not stop within " + patience.toSeconds() + " s: killed");
        if (!running.destroyForcibly().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          console.say(service.name() + ", pid " + running.pid() + ", cannot be killed");
          return;
        }
      }
      records.forget(ProcessRecord.of(service.name(), running.toHandle()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepAlive(@Nullable Process first) {
    var deaths = 0;
    for (var running = first; running != null; running = relaunch()) {
      var begun = System.nanoTime();
      var exit = exitOf(running);
      if (isStopping(Duration.ZERO)) {
        return;
      }
      deaths = backoff.deathsAfter(deaths, Duration.ofNanos(System.nanoTime() - begun));
      if (ready.getCount() > 0 && deaths >= DEATHS_BEFORE_FIRST_READY) {
        gaveUp.countDown();
        return;
      }
      var delay = backoff.delay(deaths);
      console.say(endWords(exit, delay));
      if (isStopping(delay)) {
        return;
      }
    }
  }

  /** A start that fails, as with a full disk, is no reason to leave the service alone for good. */
  private @Nullable Process relaunch() {
    while (true) {
      try {
        return launch();
      } catch (Refused e) {
        console.say(e.getMessage() + "; tried again in " + backoff.longest().toSeconds() + " s");
        if (isStopping(backoff.longest())) {
          return null;
        }
      }
    }
  }

  private synchronized @Nullable Process launch() {
    if (stopping.getCount() == 0) {
      return null;
    }
    try {
      var started =
          DetachedProcess.start(service.command(), service.folder(), service.environment(), log);
      records.write(ProcessRecord.of(service.name(), started.toHandle()));
      process = started;
      return started;
    } catch (IOException e) {
      throw new Refused(service.name() + " cannot be started: " + e.getMessage(), e);
    }
  }

  private synchronized @Nullable Process current() {
    return process;
  }

  private static int exitOf(Process running) {
    return running.onExit().join().exitValue();
  }

  private String endWords(int exit, Duration delay) {
    var how =
        switch (exit) {
          case KILLED -> "was killed";
          case TERMINATED -> "was told to stop by someone else";
          default -> "ended with exit code " + exit;
        };
    return "%s %s; it is started again in %.1f s"
        .formatted(service.name(), how, delay.toMillis() / 1e3);
  }

  private boolean isStopping(Duration within) {
    try {
      return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  String lastWords() {
    return " The end of " + log.path() + ":\n  " + String.join("\n  ", log.tail(15));
  }
}
