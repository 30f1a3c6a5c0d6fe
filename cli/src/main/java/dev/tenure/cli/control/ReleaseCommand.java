package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "release",
    description = "Asks for the release of a funded milestone; a person confirms it.",
    mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {
  @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

  @Override
  public Integer call() {
    return command.send("POST", "/release", "The release is asked for; a person must confirm it.");
  }
}
