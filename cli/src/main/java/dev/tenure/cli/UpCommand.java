package dev.tenure.cli;

import dev.tenure.cli.stack.Stack;
import dev.tenure.cli.stack.StackSetup;
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
    new Stack(StackSetup.ofThisProcess()).run();
    return 0;
  }
}
