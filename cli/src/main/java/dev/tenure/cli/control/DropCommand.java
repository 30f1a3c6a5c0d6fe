package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "drop",
    description = "Drops a milestone whose funding was not asked for yet.",
    mixinStandardHelpOptions = true)
public final class DropCommand implements Callable<Integer> {
  @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

  @Override
  public Integer call() {
    return command.send("DELETE", "", "The milestone is dropped.");
  }
}
