package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.stack.Distribution;
import dev.tenure.cli.stack.Stack;
import dev.tenure.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "up",
    description =
        "Starts the whole stack and keeps it up until Ctrl-C. With OT_API_BASE_URL and OT_API_TOKEN"
            + " set it drives that marketplace instead of the sandbox.",
    mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    var env = Environment.ofThisProcess();
    new Stack(env, new Home(env.home()), Distribution.ofThisProgram(), Console.standardOutput())
        .run();
    return 0;
  }
}
