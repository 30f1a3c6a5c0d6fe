package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "fund",
    description = "Asks for the funding of a milestone; a person confirms it.",
    mixinStandardHelpOptions = true)
public final class FundCommand implements Callable<Integer> {
  @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

  @Override
  public Integer call() {
    return command.send("POST", "/fund", "The funding is asked for; a person must confirm it.");
  }
}
