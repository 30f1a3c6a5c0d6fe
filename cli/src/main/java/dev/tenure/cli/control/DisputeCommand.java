package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "dispute",
    description =
        "Asks for the dispute of a delivery, on OpenContract; a person confirms it, since a bond is"
            + " at risk.",
    mixinStandardHelpOptions = true)
public final class DisputeCommand implements Callable<Integer> {
  @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

  @Override
  public Integer call() {
    return command.send("POST", "/dispute", "The dispute is asked for; a person must confirm it.");
  }
}
