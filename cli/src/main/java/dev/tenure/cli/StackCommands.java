package dev.tenure.cli;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.stack.Down;
import dev.tenure.cli.stack.Stack;
import dev.tenure.cli.stack.StackPlan;
import picocli.CommandLine.Command;

/** The commands that start and stop the stack of this TENURE_HOME. */
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
}
