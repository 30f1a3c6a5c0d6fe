package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.HomeLock;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.RunningStacks;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.network.BusyPorts;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.supervision.Backoff;
import dev.tenure.cli.supervision.Service;
import dev.tenure.cli.supervision.Supervisor;
import dev.tenure.cli.temporal.DatabaseFile;
import dev.tenure.cli.temporal.TemporalCliFinder;
import dev.tenure.cli.temporal.TemporalServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings a whole stack up, or its sandbox alone, and keeps it up until this process is told to
 * stop.
 */
public final class Stack {
  private final StackPlan plan;
  private final Records records;

  public Stack(StackPlan plan) {
    this.plan = plan;
    this.records = plan.records();
  }

  /** Returns when the stack has been stopped by Ctrl-C or SIGTERM. */
  public void run() throws InterruptedException {
    plan.home().prepare();
    try (var _ = HomeLock.ofStack(plan.home())) {
      plan.checked();
      refuseForeign();
      new Down(plan).stopOrphans();
      var record = record();
      records.write(record);
      announce();
      var supervisor = supervisor();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop-stack"));
      start(supervisor);
      records.write(record.nowReady());
      plan.summary().forEach(plan.console()::say);
      supervisor.awaitStop();
    }
  }

  /**
   * The sandbox by itself: a marketplace to write a client against, without any engine. Returns
   * when it has been stopped by Ctrl-C or SIGTERM.
   */
  public void runSandboxAlone() throws InterruptedException {
    var alone = plan.without(Marketplace::isVariable).checked();
    alone.home().prepare();
    try (var _ = HomeLock.ofStack(alone.home())) {
      BusyPorts.refuse(alone.ports(), alone.sandbox().ports());
      var supervisor = supervisor();
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stopSandbox(supervisor), "stop-sandbox"));
      try {
        supervisor.start(List.of(alone.sandbox()));
        alone.sandboxSummary().forEach(alone.console()::say);
        supervisor.awaitStop();
      } finally {
        stopSandbox(supervisor);
      }
    }
  }

  private Supervisor supervisor() {
    return new Supervisor(plan.home(), records, plan.console(), Backoff.USUAL);
  }

  private void stopSandbox(Supervisor supervisor) {
    if (supervisor.stop()) {
      plan.console().say("The sandbox is down; its data stays in " + plan.home().data("sandbox"));
    }
  }

  /** The stack that is already there is named, which the busy ports alone would not do. */
  private void refuseForeign() {
    var base = plan.ports().base();
    var other = new RunningStacks(plan.env()).at(base);
    if (other.isPresent() && !other.get().isSame(plan.home())) {
      throw new Refused(
          "The stack of TENURE_HOME=%s listens from port %d already. Stop it with: TENURE_HOME=%1$s tenure down%nor move every port of this one by TENURE_PORT_BASE"
              .formatted(other.get().folder(), base));
    }
  }

  /** So that a command of another home can name this stack; it runs without that as well. */
  private void announce() {
    try {
      new RunningStacks(plan.env()).add(plan.home(), plan.ports().base());
    } catch (Refused e) {
      plan.console().say(e.words() + ": other TENURE_HOMEs cannot tell whose ports these are");
    }
  }

  private void start(Supervisor supervisor) {
    var temporal = new TemporalCliFinder(plan.env(), plan.console()).find();
    var foundations = plan.foundations(temporal);
    var engine = plan.engine();
    Set<Port> ports = new TreeSet<>();
    var all = new ArrayList<>(foundations);
    all.addAll(engine);
    all.forEach(service -> ports.addAll(service.ports()));
    BusyPorts.refuse(plan.ports(), ports);
    if (plan.ownsTemporal()) {
      new DatabaseFile(plan.home().data("temporal")).claimFor(temporal);
    }
    if (plan.marketplace().sandbox()) {
      plan.wallet().prepare();
    }
    plan.console().say("Starting " + names(foundations));
    supervisor.start(foundations);
    if (plan.ownsTemporal()) {
      TemporalServer.keepHistories(temporal, plan.ports(), plan.console());
    }
    plan.console().say("Starting " + names(engine));
    supervisor.start(engine);
  }

  private static String names(List<Service> services) {
    return services.stream().map(Service::name).collect(Collectors.joining(", "));
  }

  private void stop(Supervisor supervisor) {
    if (supervisor.stop()) {
      plan.console().say("Tenure is down; its data stays in " + plan.home().folder());
    }
    records.forgetStack();
  }

  private StackRecord record() {
    return new StackRecord(
        ProcessRecord.of("supervisor", ProcessHandle.current()),
        plan.ports(),
        plan.marketplace().url(),
        plan.marketplace().sandbox(),
        false);
  }
}
