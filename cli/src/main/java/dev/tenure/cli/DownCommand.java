package dev.tenure.cli;

import dev.tenure.cli.stack.Down;
import dev.tenure.cli.stack.StackSetup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "down",
    description = "Stops the stack of this TENURE_HOME; its data stays.",
    mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    var setup = StackSetup.ofThisProcess();
    var stopped = new Down(setup).run();
    setup
        .console()
        .say(stopped ? "Tenure is down." : "Nothing runs in TENURE_HOME=" + setup.home().folder());
    return 0;
  }
}
