package dev.tenure.cli.stack;

import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.StackLock;
import dev.tenure.cli.network.BusyPorts;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.supervision.Backoff;
import dev.tenure.cli.supervision.Supervisor;
import dev.tenure.cli.terminal.Console;
import java.util.List;
import java.util.Set;

/** The sandbox by itself: a marketplace to write a client against, without any engine. */
public final class StandaloneSandbox {
  private final StackPlan plan;
  private final Console console;

  public StandaloneSandbox(StackSetup setup) {
    this.plan = setup.without(StandaloneSandbox::leadsToTheRealOne).plan();
    this.console = setup.console();
  }

  private static boolean leadsToTheRealOne(String variable) {
    return variable.startsWith("OT_") || OpenContractVariables.isOne(variable);
  }

  /** Returns when it has been stopped by Ctrl-C or SIGTERM. */
  public void run() throws InterruptedException {
    plan.home().prepare();
    try (var lock = StackLock.take(plan.home())) {
      assert lock != null;
      BusyPorts.refuse(plan.ports(), Set.of(Port.SANDBOX, Port.OPENCONTRACT));
      var supervisor =
          new Supervisor(plan.home(), new Records(plan.home()), console, Backoff.USUAL);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop-sandbox"));
      try {
        supervisor.start(List.of(plan.sandbox()));
        welcome();
        supervisor.awaitStop();
      } finally {
        stop(supervisor);
      }
    }
  }

  private void stop(Supervisor supervisor) {
    if (supervisor.stop()) {
      console.say("The sandbox is down; its data stays in " + plan.home().data("sandbox"));
    }
  }

  private void welcome() {
    var url = plan.marketplace().url();
    console.say("The sandbox is up. Ctrl-C ends it.");
    console.say("  marketplace API  " + url + "/api/public/v1");
    console.say("  OpenContract     " + OpenContractVariables.sandboxUrl(plan.ports()) + "/v1");
    console.say("  pages            " + url + "/");
    console.say("  controls         " + url + "/sandbox");
    console.say("  an owner's token " + Marketplace.SANDBOX_TOKEN);
    console.say("  data             " + plan.home().data("sandbox"));
    console.say("  log              " + plan.home().log("sandbox"));
  }
}
