package dev.tenure.cli.supervision;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps the services of one stack alive, from the first start to the last stop. */
public final class Supervisor {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration READY_LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final Duration LOGS_LOOK_EVERY = Duration.ofSeconds(10);

  private final Home home;
  private final Records records;
  private final Console console;
  private final Backoff backoff;
  private final List<ChildProcess> children = new ArrayList<>();
  private final List<LogFile> logs = new CopyOnWriteArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  public Supervisor(Home home, Records records, Console console, Backoff backoff) {
    this.home = home;
    this.records = records;
    this.console = console;
    this.backoff = backoff;
    logs.add(new LogFile(home.log("supervisor")));
    Thread.ofVirtual().name("keep-logs").start(this::keepLogsSmall);
  }

  /** Starts all of them at once and returns when each one serves. */
  public void start(List<Service> services) {
    var started = services.stream().map(this::child).toList();
    synchronized (children) {
      if (stopped.getCount() == 0) {
        throw new Refused("The stack was stopped while it was starting");
      }
      children.addAll(started);
      started.forEach(child -> logs.add(child.log()));
      started.forEach(ChildProcess::start);
    }
    awaitReady(started, console);
  }

  /** Waits for services that start side by side, and tells of each one when it serves. */
  static void awaitReady(List<ChildProcess> started, Console console) {
    var begun = System.nanoTime();
    var waiting = new ArrayList<>(started);
    while (!waiting.isEmpty()) {
      for (var child : List.copyOf(waiting)) {
        var ready = child.becameReady();
        var passed = Duration.ofNanos(System.nanoTime() - begun);
        if (ready) {
          waiting.remove(child);
          console.say(
              "  %-9s ready after %.1f s"
                  .formatted(child.service().name(), passed.toMillis() / 1e3));
        } else if (passed.compareTo(READY_WITHIN) > 0) {
          throw new Refused(
              "%s was not ready within %d s.%s"
                  .formatted(child.service().name(), READY_WITHIN.toSeconds(), child.lastWords()));
        }
      }
      // The other process cannot tell us, so it is asked again after a moment.
      LockSupport.parkNanos(waiting.isEmpty() ? 0 : READY_LOOK_EVERY.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new Refused("Interrupted while the stack was starting");
      }
    }
  }

  /** Stops the services one after another, the last one first. Returns whether there were any. */
  public boolean stop() {
    List<ChildProcess> all;
    synchronized (children) {
      all = List.copyOf(children).reversed();
      children.clear();
      stopped.countDown();
    }
    for (var child : all) {
      console.say("Stopping " + child.service().name());
      child.stop(STOP_WITHIN);
    }
    return !all.isEmpty();
  }

  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  private ChildProcess child(Service service) {
    return new ChildProcess(service, home.log(service.name()), records, console, backoff);
  }

  /** Looks after the logs of running processes, so that none grows without end. */
  private void keepLogsSmall() {
    try {
      while (!stopped.await(LOGS_LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        for (var log : logs) {
          try {
            log.makeRoom();
          } catch (Refused e) {
            console.say(e.words() + "; tried again in " + LOGS_LOOK_EVERY.toSeconds() + " s");
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
