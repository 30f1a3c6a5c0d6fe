package dev.tenure.cli;

import dev.tenure.cli.access.AuditCommand;
import dev.tenure.cli.access.KeysCommand;
import dev.tenure.cli.control.AddCommand;
import dev.tenure.cli.control.ChangeCommand;
import dev.tenure.cli.control.HireCommands;
import dev.tenure.cli.control.ResolveCommand;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Utf8;
import dev.tenure.cli.hire.HireCommand;
import dev.tenure.cli.hire.HiresCommand;
import dev.tenure.cli.hire.LedgerCommand;
import dev.tenure.cli.hire.ShowCommand;
import dev.tenure.cli.hire.WatchCommand;
import dev.tenure.cli.inbox.ApprovalsCommand;
import dev.tenure.cli.inbox.EventsCommand;
import dev.tenure.cli.inbox.IncidentsCommand;
import dev.tenure.cli.terminal.Printable;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program behind {@code ./tenure}. */
@Command(
    name = "tenure",
    description = "A durable hiring-lifecycle engine.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      SandboxCommand.class,
      DoctorCommand.class,
      TestCommand.class,
      HireCommand.class,
      HiresCommand.class,
      ShowCommand.class,
      LedgerCommand.class,
      WatchCommand.class,
      ApprovalsCommand.class,
      IncidentsCommand.class,
      ResolveCommand.class,
      EventsCommand.class,
      HireCommands.Release.class,
      HireCommands.Fund.class,
      HireCommands.Dispute.class,
      ChangeCommand.class,
      AddCommand.class,
      HireCommands.Drop.class,
      HireCommands.Pause.class,
      HireCommands.Resume.class,
      HireCommands.Cancel.class,
      HireCommands.End.class,
      KeysCommand.class,
      AuditCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
public final class Cli implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  public static void main(String[] arguments) {
    var unreadable = Utf8.objection(arguments);
    if (unreadable.isPresent()) {
      System.err.println(Printable.lines(unreadable.get()));
      System.exit(ExitCode.USAGE);
    }
    System.exit(commandLine().execute(arguments));
  }

  /** A value may begin with {@code @}: it is taken as typed, not as the name of a file. */
  static CommandLine commandLine() {
    var program = new CommandLine(new Cli());
    program
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    Objects.requireNonNull(program.getSubcommands().get("help"))
        .getCommandSpec()
        .usageMessage()
        .description("Lists the commands, or explains one: tenure help COMMAND.");
    return program
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((wrong, arguments) -> Failure.explain(wrong))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failure.explain(failure, command));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
