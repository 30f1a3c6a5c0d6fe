package dev.tenure.cli.inbox;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "confirm",
    description = "Confirms an approval of OpenContract, on the terms that it shows first.",
    mixinStandardHelpOptions = true)
public final class ApprovalConfirmCommand implements Callable<Integer> {
  @Mixin DecisionOptions decision = new DecisionOptions();

  @Override
  public Integer call() {
    return decision.send("confirm");
  }
}
