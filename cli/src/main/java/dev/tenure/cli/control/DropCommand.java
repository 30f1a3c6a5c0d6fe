package dev.tenure.cli.control;

import dev.tenure.cli.http.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "drop",
    description = "Drops a milestone whose funding was not asked for yet.",
    mixinStandardHelpOptions = true)
public final class DropCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Parameters(index = "1", paramLabel = "MILESTONE", description = "The milestone's key.")
  @SuppressWarnings("NullAway.Init")
  String milestone;

  @Override
  public Integer call() {
    return command.send(
        "DELETE", "/milestones/" + Query.encoded(milestone), null, "The milestone is dropped.");
  }
}
