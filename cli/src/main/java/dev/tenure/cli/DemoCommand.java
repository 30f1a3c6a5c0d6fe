package dev.tenure.cli;

import dev.tenure.cli.demo.Demo;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.stack.BackgroundStack;
import dev.tenure.cli.stack.Marketplace;
import dev.tenure.cli.stack.StackPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Starts the stack unless it is up, carries one hire from request to ended contract with"
            + " simulated people, compares the money, and leaves the stack up.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--marketplace",
      defaultValue = "opentrain",
      description =
          "opentrain: three milestones that people confirm (default). opencontract: two milestones,"
              + " one approved, one disputed and settled in part.")
  Demo marketplace = Demo.OPENTRAIN;

  @Override
  public Integer call() {
    var plan = StackPlan.ofThisProcess().without(DemoCommand::leadsElsewhere);
    var stack = new BackgroundStack(plan).ensureUp();
    refuseRealMarketplace(stack, plan.home());
    marketplace.run(stack.ports(), plan.env(), plan.console());
    return 0;
  }

  /** The demo never touches anything but the stack that it starts itself. */
  private static boolean leadsElsewhere(String variable) {
    return Marketplace.isVariable(variable)
        || variable.startsWith("TEMPORAL_")
        || variable.startsWith("TENURE_JDBC_")
        || variable.startsWith("TENURE_REMINDERS")
        || variable.equals("TENURE_ACCOUNTS");
  }

  private static void refuseRealMarketplace(StackRecord stack, Home home) {
    if (!stack.sandbox()) {
      throw new Refused(
          "The stack in TENURE_HOME="
              + home.folder()
              + " drives "
              + stack.marketplace()
              + ", and the demo never touches a real marketplace.\n"
              + "Use another stack: TENURE_HOME=.tenure-demo TENURE_PORT_BASE=9800 tenure demo");
    }
  }
}
