package dev.tenure.cli.control;

import dev.tenure.cli.option.ConfirmationOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "end",
    description = "Ends the contract; asks first.",
    mixinStandardHelpOptions = true)
public final class EndCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Mixin ConfirmationOptions confirmation = new ConfirmationOptions();

  @Override
  public Integer call() {
    return command.sendIf(
        confirmation, "End this contract?", "/end", "The end of the contract is under way.");
  }
}
