package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
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
import dev.tenure.cli.terminal.Console;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/** Brings a whole stack up and keeps it up until this process is told to stop. */
public final class Stack {
  private final Environment env;
  private final Home home;
  private final Distribution distribution;
  private final Console console;
  private final Records records;

  public Stack(Environment env, Home home, Distribution distribution, Console console) {
    this.env = env;
    this.home = home;
    this.distribution = distribution;
    this.console = console;
    this.records = new Records(home);
  }

  /** Returns when the stack has been stopped by Ctrl-C or SIGTERM. */
  public void run() throws InterruptedException {
    home.prepare();
    try (var lock = StackLock.take(home)) {
      assert lock != null;
      var plan = StackPlan.of(env, home, distribution);
      refuseForeign(plan.ports());
      new Down(home, distribution, console).stopOrphans();
      var record = record(plan);
      records.write(record);
      announce(plan);
      var supervisor = new Supervisor(home, records, console, Backoff.USUAL);
      var hook = new Thread(() -> stop(supervisor), "stop-stack");
      Runtime.getRuntime().addShutdownHook(hook);
      start(plan, supervisor);
      records.write(record.nowReady());
      StackSummary.lines(plan).forEach(console::say);
      supervisor.awaitStop();
    }
  }

  /** The stack that is already there is named, which the busy ports alone would not do. */
  private void refuseForeign(PortPlan ports) {
    var other = new RunningStacks(env).at(ports.base());
    if (other.isPresent() && !other.get().isSame(home)) {
      throw new Refused(
          "The stack of TENURE_HOME=%s listens from port %d already. Stop it with: TENURE_HOME=%1$s tenure down%nor move every port of this one by TENURE_PORT_BASE"
              .formatted(other.get().folder(), ports.base()));
    }
  }

  /** So that a command of another home can name this stack; it runs without that as well. */
  private void announce(StackPlan plan) {
    try {
      new RunningStacks(env).add(home, plan.ports().base());
    } catch (Refused e) {
      console.say(e.words() + ": other TENURE_HOMEs cannot tell whose ports these are");
    }
  }

  private void start(StackPlan plan, Supervisor supervisor) {
    var temporal = new TemporalCliFinder(env, console).find();
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
    console.say("Starting " + StackSummary.names(foundations));
    supervisor.start(foundations);
    if (plan.ownsTemporal()) {
      TemporalServer.keepHistories(temporal, plan.ports(), console);
    }
    console.say("Starting " + StackSummary.names(engine));
    supervisor.start(engine);
  }

  private void claimTemporal(StackPlan plan, TemporalCli temporal) {
    if (plan.ownsTemporal()) {
      new DatabaseFile(home.data("temporal")).claimFor(temporal);
    }
  }

  private void stop(Supervisor supervisor) {
    if (supervisor.stop()) {
      console.say("Tenure is down; its data stays in " + home.folder());
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
