package dev.tenure.cli;

import dev.tenure.cli.demo.Demo;
import dev.tenure.cli.doctor.CheckResult;
import dev.tenure.cli.doctor.Doctor;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.HomeLock;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.OutputOptions;
import dev.tenure.cli.stack.BackgroundStack;
import dev.tenure.cli.stack.Down;
import dev.tenure.cli.stack.Marketplace;
import dev.tenure.cli.stack.Stack;
import dev.tenure.cli.stack.StackPlan;
import dev.tenure.cli.stack.Status;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands about the stack of this TENURE_HOME as a whole. */
final class StackCommands {
  private StackCommands() {}

  @Command(
      name = "up",
      description =
          "Starts the whole stack and keeps it up until Ctrl-C. With OT_API_BASE_URL and OT_API_TOKEN"
              + " set it drives that marketplace instead of the sandbox.")
  static int up() throws InterruptedException {
    new Stack(StackPlan.ofThisProcess()).run();
    return ExitCode.DONE;
  }

  @Command(name = "down", description = "Stops the stack of this TENURE_HOME; its data stays.")
  static int down() {
    var plan = StackPlan.ofThisProcess();
    var stopped = new Down(plan).run();
    plan.console()
        .say(stopped ? "Tenure is down." : "Nothing runs in TENURE_HOME=" + plan.home().folder());
    return ExitCode.DONE;
  }

  @Command(
      name = "sandbox",
      description = "Runs the sandbox marketplace alone, in the foreground, until Ctrl-C.")
  static int sandbox() throws InterruptedException {
    new Stack(StackPlan.ofThisProcess()).runSandboxAlone();
    return ExitCode.DONE;
  }

  @Command(
      name = "demo",
      description =
          "Starts the stack unless it is up, carries one hire from request to ended contract with"
              + " simulated people, compares the money, and leaves the stack up.")
  static int demo(
      @Option(
              names = "--marketplace",
              defaultValue = "opentrain",
              description =
                  "opentrain: three milestones that people confirm (default). opencontract: two"
                      + " milestones, one approved, one disputed and settled in part.")
          Demo marketplace) {
    var plan = StackPlan.ofThisProcess().without(StackCommands::leadsElsewhere);
    try (var _ = HomeLock.ofDemo(plan.home().prepare(), marketplace.toString())) {
      var stack = new BackgroundStack(plan).ensureUp();
      if (!stack.sandbox()) {
        throw new Refused(
            "The stack in TENURE_HOME="
                + plan.home().folder()
                + " drives "
                + stack.marketplace()
                + ", and the demo never touches a real marketplace.\n"
                + "Use another stack: TENURE_HOME=.tenure-demo TENURE_PORT_BASE=9800 tenure demo");
      }
      marketplace.run(stack.ports(), plan.env(), plan.console());
    }
    return ExitCode.DONE;
  }

  /** The demo never touches anything but the stack that it starts itself. */
  private static boolean leadsElsewhere(String variable) {
    return Marketplace.isVariable(variable)
        || variable.startsWith("TEMPORAL_")
        || variable.startsWith("TENURE_JDBC_")
        || variable.startsWith("TENURE_REMINDERS")
        || variable.equals("TENURE_ACCOUNTS");
  }

  @Command(
      name = "doctor",
      description =
          "Looks at everything that a first real hire needs: green, red with the remedy, or unknown."
              + " Exit code 0: nothing is red.")
  static int doctor(@Mixin FrontOptions front) {
    var found = new Doctor(Environment.ofThisProcess(), front::front, front.remote()).look();
    var json = JsonClient.JSON.valueToTree(Map.of("checks", found)).toString();
    front.printOwn(json, screen -> found.forEach(one -> one.print(screen)));
    return found.stream().anyMatch(one -> one.status() == CheckResult.Status.RED)
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  @Command(
      name = "status",
      description =
          "Shows every process of this TENURE_HOME. Exit code 0: all of them serve; 1: some do not;"
              + " 3: nothing runs.")
  static int status(@Mixin OutputOptions output) {
    var home = new Home(Environment.ofThisProcess().home());
    var status = Status.of(home);
    output.printOwn(
        JsonClient.JSON.valueToTree(status).toString(), screen -> print(screen, status, home));
    if (!status.up()) {
      return ExitCode.UNAVAILABLE;
    }
    return status.ready() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static void print(Screen screen, Status status, Home home) {
    if (!status.up()) {
      screen.line(
          status.leftBehind().isEmpty()
              ? "Tenure is not up in TENURE_HOME=" + status.home()
              : "The supervisor is gone, and these still run: "
                  + String.join(", ", status.leftBehind())
                  + ". Stop them with: tenure down");
      return;
    }
    screen.table(
        new Table<Status.Role>()
            .left("ROLE", Status.Role::role)
            .left("PID", role -> orDash(role.pid()))
            .left("PORT", role -> orDash(role.port()))
            .left("HEALTH", role -> role.health().words()),
        status.roles());
    screen.line(
        "Marketplace: "
            + status.marketplace()
            + (Boolean.TRUE.equals(status.sandbox()) ? " (sandbox)" : ""));
    screen.line("Logs: " + home.log("ROLE"));
  }

  private static String orDash(@Nullable Number number) {
    return number == null ? "-" : number.toString();
  }
}
