package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.stack.Distribution;
import dev.tenure.cli.stack.Down;
import dev.tenure.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Stops the stack of this TENURE_HOME; its data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    var console = Console.standardOutput();
    var home = new Home(Environment.ofThisProcess().home());
    var stopped = new Down(home, Distribution.ofThisProgram(), console).run();
    console.say(stopped ? "Tenure is down." : "Nothing runs in TENURE_HOME=" + home.folder());
    return 0;
  }
}
