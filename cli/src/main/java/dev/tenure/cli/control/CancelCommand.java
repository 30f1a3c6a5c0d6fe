package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "cancel",
    description = "Cancels a hire before there is a contract.",
    mixinStandardHelpOptions = true)
public final class CancelCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Override
  public Integer call() {
    return command.send("POST", "/cancel", null, "The hire is being cancelled.");
  }
}
