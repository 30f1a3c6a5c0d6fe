package dev.tenure.cli.control;

import dev.tenure.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "release",
    description = "Asks for the release of a funded milestone; a person confirms it.",
    mixinStandardHelpOptions = true)
public final class ReleaseCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(index = "1", paramLabel = "MILESTONE", description = "The milestone's key.")
  @SuppressWarnings("NullAway.Init")
  String milestone;

  @Override
  public Integer call() {
    return command.send(
        "POST",
        "/milestones/" + Query.encoded(milestone) + "/release",
        null,
        "The release is asked for; a person must confirm it.");
  }
}
