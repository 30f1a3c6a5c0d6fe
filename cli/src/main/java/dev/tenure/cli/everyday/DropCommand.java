package dev.tenure.cli.everyday;

import dev.tenure.cli.front.Query;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "drop",
    description = "Drops a milestone whose funding was not asked for yet.",
    mixinStandardHelpOptions = true)
public final class DropCommand implements Callable<Integer> {
  @Mixin Steering steering = new Steering();

  @Parameters(index = "1", paramLabel = "MILESTONE", description = "The milestone's key.")
  @SuppressWarnings("NullAway.Init")
  String milestone;

  @Override
  public Integer call() {
    return steering.send(
        "DELETE", "/milestones/" + Query.encoded(milestone), null, "The milestone is dropped.");
  }
}
