package dev.tenure.cli.everyday;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "resume",
    description = "Goes on with a paused hire.",
    mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
  @Mixin Steering steering = new Steering();

  @Override
  public Integer call() {
    return steering.send("POST", "/resume", null, "The hire goes on.");
  }
}
