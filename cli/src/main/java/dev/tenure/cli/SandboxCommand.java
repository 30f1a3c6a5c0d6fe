package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.stack.Distribution;
import dev.tenure.cli.stack.SandboxAlone;
import dev.tenure.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "sandbox",
    description = "Runs the sandbox marketplace alone, in the foreground, until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    var env = Environment.ofThisProcess();
    new SandboxAlone(
            env, new Home(env.home()), Distribution.ofThisProgram(), Console.standardOutput())
        .run();
    return ExitCode.DONE;
  }
}
