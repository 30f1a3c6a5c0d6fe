package dev.tenure.cli.inbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "decline",
    description = "Declines an approval of OpenContract.",
    mixinStandardHelpOptions = true)
public final class ApprovalDeclineCommand implements Callable<Integer> {
  @Mixin DecisionOptions decision = new DecisionOptions();

  @Override
  public Integer call() {
    return decision.send("decline");
  }
}
