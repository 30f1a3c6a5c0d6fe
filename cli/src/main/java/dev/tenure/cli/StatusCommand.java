package dev.tenure.cli;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.StackRecord;
import dev.tenure.cli.stack.Status;
import dev.tenure.cli.stack.Status.Health;
import dev.tenure.cli.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    description = "Shows every process of this TENURE_HOME. Exit code 0: all of them serve.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;
  private static final int NOT_ALL_READY = 1;
  private static final String LINE = "%-10s %-8s %-6s %-10s %s";

  @Override
  public Integer call() {
    var console = Console.standardOutput();
    var home = new Home(Environment.ofThisProcess().home());
    var records = new Records(home);
    var stack = records.runningStack();
    if (stack.isPresent()) {
      return show(console, home, stack.get());
    }
    var left = records.leftBehind();
    console.say(
        left.isEmpty()
            ? "Tenure is not up in TENURE_HOME=" + home.folder()
            : "The supervisor is gone, and these still run: "
                + String.join(", ", left)
                + ". Stop them with: tenure down");
    return NOT_RUNNING;
  }

  private static int show(Console console, Home home, StackRecord stack) {
    var statuses = Status.of(home, stack.ports());
    console.say(LINE.formatted("ROLE", "PID", "PORT", "HEALTH", "LOG"));
    statuses.forEach(status -> console.say(line(status)));
    console.say("Marketplace: " + stack.marketplace() + (stack.sandbox() ? " (sandbox)" : ""));
    return allReady(statuses) ? 0 : NOT_ALL_READY;
  }

  private static boolean allReady(List<Status> statuses) {
    return !statuses.isEmpty()
        && statuses.stream().allMatch(status -> status.health() == Health.READY);
  }

  private static String line(Status status) {
    return LINE.formatted(
        status.role(),
        status.pid().map(String::valueOf).orElse("-"),
        status.port().map(String::valueOf).orElse("-"),
        switch (status.health()) {
          case READY -> "ready";
          case NOT_READY -> "not ready";
          case DEAD -> "dead";
        },
        status.log());
  }
}
