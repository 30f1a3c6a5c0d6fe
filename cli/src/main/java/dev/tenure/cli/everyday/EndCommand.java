package dev.tenure.cli.everyday;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "end", description = "Ends the contract.", mixinStandardHelpOptions = true)
public final class EndCommand implements Callable<Integer> {
  @Mixin Steering steering = new Steering();

  @Override
  public Integer call() {
    return steering.send("POST", "/end", null, "The end of the contract is under way.");
  }
}
