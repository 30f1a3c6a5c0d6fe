package dev.tenure.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program behind {@code ./tenure}. */
@Command(
    name = "tenure",
    description = "A durable hiring-lifecycle engine.",
    mixinStandardHelpOptions = true,
    version = "Tenure 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DemoCommand.class, UpCommand.class, DownCommand.class, StatusCommand.class})
public final class Cli implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cli())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              Failure.explain(failure, command.getErr());
              return 1;
            });
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
