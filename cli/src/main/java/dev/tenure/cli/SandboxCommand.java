package dev.tenure.cli;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.stack.StackSetup;
import dev.tenure.cli.stack.StandaloneSandbox;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "sandbox",
    description = "Runs the sandbox marketplace alone, in the foreground, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    new StandaloneSandbox(StackSetup.ofThisProcess()).run();
    return ExitCode.DONE;
  }
}
