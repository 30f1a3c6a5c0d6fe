package dev.tenure.cli.control;

import dev.tenure.cli.option.ConfirmationOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "cancel",
    description = "Cancels a hire before there is a contract; asks first.",
    mixinStandardHelpOptions = true)
public final class CancelCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Mixin ConfirmationOptions confirmation = new ConfirmationOptions();

  @Override
  public Integer call() {
    return command.sendIf(
        confirmation, "Cancel this hire?", "/cancel", "The hire is being cancelled.");
  }
}
