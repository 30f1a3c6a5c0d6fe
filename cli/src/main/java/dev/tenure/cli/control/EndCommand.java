package dev.tenure.cli.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "end", description = "Ends the contract.", mixinStandardHelpOptions = true)
public final class EndCommand implements Callable<Integer> {
  @Mixin HireCommandOptions command = new HireCommandOptions();

  @Override
  public Integer call() {
    return command.send("POST", "/end", null, "The end of the contract is under way.");
  }
}
