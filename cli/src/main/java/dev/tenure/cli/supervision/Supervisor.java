package dev.tenure.cli.supervision;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.LogFile;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Keeps the services of one stack alive, from the first start to the last stop. */
public final class Supervisor {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final Home home;
  private final Records records;
  private final Console console;
  private final Backoff backoff;
  private final List<ChildProcess> children = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final LogRotation logs;

  public Supervisor(Home home, Records records, Console console, Backoff backoff) {
    this.home = home;
    this.records = records;
    this.console = console;
    this.backoff = backoff;
    this.logs = new LogRotation(console, stopped);
    logs.keep(new LogFile(home.log("supervisor")));
  }

  /** Starts all of them at once and returns when each one serves. */
  public void start(List<Service> services) {
    var started = services.stream().map(this::child).toList();
    synchronized (children) {
      if (stopped.getCount() == 0) {
        throw new Refused("The stack was stopped while it was starting");
      }
      children.addAll(started);
      started.forEach(child -> logs.keep(child.log()));
      started.forEach(ChildProcess::start);
    }
    new Readiness(console, READY_WITHIN).await(started);
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
}
