package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.ProcessRecord;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.RunningStacks;
import dev.tenure.cli.home.StackLock;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.network.BusyPorts;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.supervision.Backoff;
import dev.tenure.cli.supervision.Supervisor;
import dev.tenure.cli.temporal.DatabaseFile;
import dev.tenure.cli.temporal.TemporalCli;
import dev.tenure.cli.temporal.TemporalCliFinder;
import dev.tenure.cli.temporal.TemporalServer;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** Brings a whole stack up and keeps it up until this process is told to stop. */
public final class Stack {
  private final StackSetup setup;
  private final Records records;

  public Stack(StackSetup setup) {
    this.setup = setup;
    this.records = setup.records();
  }

  /** Returns when the stack has been stopped by Ctrl-C or SIGTERM. */
  public void run() throws InterruptedException {
    setup.home().prepare();
    try (var lock = StackLock.take(setup.home())) {
      assert lock != null;
      var plan = setup.plan();
      refuseForeign(plan.ports());
      new Down(setup).stopOrphans();
      var record = record(plan);
      records.write(record);
      announce(plan);
      var supervisor = new Supervisor(setup.home(), records, setup.console(), Backoff.USUAL);
      var hook = new Thread(() -> stop(supervisor), "stop-stack");
      Runtime.getRuntime().addShutdownHook(hook);
      start(plan, supervisor);
      records.write(record.nowReady());
      StackSummary.lines(plan).forEach(setup.console()::say);
      supervisor.awaitStop();
    }
  }

  /** The stack that is already there is named, which the busy ports alone would not do. */
  private void refuseForeign(PortPlan ports) {
    var other = new RunningStacks(setup.env()).at(ports.base());
    if (other.isPresent() && !other.get().isSame(setup.home())) {
      throw new Refused(
          "The stack of TENURE_HOME=%s listens from port %d already. Stop it with: TENURE_HOME=%1$s tenure down%nor move every port of this one by TENURE_PORT_BASE"
              .formatted(other.get().folder(), ports.base()));
    }
  }

  /** So that a command of another home can name this stack; it runs without that as well. */
  private void announce(StackPlan plan) {
    try {
      new RunningStacks(setup.env()).add(setup.home(), plan.ports().base());
    } catch (Refused e) {
      setup.console().say(e.words() + ": other TENURE_HOMEs cannot tell whose ports these are");
    }
  }

  private void start(StackPlan plan, Supervisor supervisor) {
    var temporal = new TemporalCliFinder(setup.env(), setup.console()).find();
    var foundations = plan.foundations(temporal);
    var engine = plan.engine();
    Set<Port> ports = new TreeSet<>();
    var all = new ArrayList<>(foundations);
    all.addAll(engine);
    all.forEach(service -> ports.addAll(service.ports()));
    BusyPorts.refuse(plan.ports(), ports);
    claimTemporal(plan, temporal);
    if (plan.marketplace().sandbox()) {
      plan.wallet().prepare();
    }
    setup.console().say("Starting " + StackSummary.names(foundations));
    supervisor.start(foundations);
    if (plan.ownsTemporal()) {
      TemporalServer.keepHistories(temporal, plan.ports(), setup.console());
    }
    setup.console().say("Starting " + StackSummary.names(engine));
    supervisor.start(engine);
  }

  private void claimTemporal(StackPlan plan, TemporalCli temporal) {
    if (plan.ownsTemporal()) {
      new DatabaseFile(setup.home().data("temporal")).claimFor(temporal);
    }
  }

  private void stop(Supervisor supervisor) {
    if (supervisor.stop()) {
      setup.console().say("Tenure is down; its data stays in " + setup.home().folder());
    }
    records.forgetStack();
  }

  private static StackRecord record(StackPlan plan) {
    return new StackRecord(
        ProcessRecord.of("supervisor", ProcessHandle.current()),
        plan.ports(),
        plan.marketplace().url(),
        plan.marketplace().sandbox(),
        false);
  }
}
