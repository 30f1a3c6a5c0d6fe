package dev.tenure.cli.everyday;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "cancel",
    description = "Cancels a hire before there is a contract.",
    mixinStandardHelpOptions = true)
public final class CancelCommand implements Callable<Integer> {
  @Mixin Steering steering = new Steering();

  @Override
  public Integer call() {
    return steering.send("POST", "/cancel", null, "The hire is being cancelled.");
  }
}
