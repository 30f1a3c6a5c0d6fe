package dev.tenure.cli;

import dev.tenure.cli.access.AuditCommand;
import dev.tenure.cli.access.KeysCommand;
import dev.tenure.cli.control.AddCommand;
import dev.tenure.cli.control.ChangeCommand;
import dev.tenure.cli.control.HireCommands;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Utf8;
import dev.tenure.cli.hire.HireCommand;
import dev.tenure.cli.hire.HiresCommand;
import dev.tenure.cli.hire.ShowCommands;
import dev.tenure.cli.hire.WatchCommand;
import dev.tenure.cli.inbox.ApprovalsCommand;
import dev.tenure.cli.inbox.EventsCommand;
import dev.tenure.cli.inbox.IncidentsCommand;
import dev.tenure.cli.option.Amount;
import dev.tenure.cli.option.LengthOfTime;
import dev.tenure.cli.option.MilestoneOption;
import dev.tenure.cli.option.SinceOption;
import dev.tenure.cli.terminal.Printable;
import dev.tenure.cli.terminal.Terminal;
import java.time.Instant;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The program behind {@code ./tenure}. */
@Command(
    name = "tenure",
    description = "A durable hiring-lifecycle engine.",
    synopsisSubcommandLabel = "COMMAND",
    addMethodSubcommands = false)
public final class Cli implements Runnable {
  /** The release that this is, or will be. */
  static final String RELEASE = "0.1.0";

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
    var help = new CommandLine(new HelpCommand());
    help.getCommandSpec()
        .usageMessage()
        .description("Lists the commands, or explains one: tenure help COMMAND.");
    var program =
        new CommandLine(new Cli())
            .addSubcommand(method(StackCommands.class, "demo"))
            .addSubcommand(method(StackCommands.class, "up"))
            .addSubcommand(method(StackCommands.class, "down"))
            .addSubcommand(method(StackCommands.class, "status"))
            .addSubcommand(method(StackCommands.class, "sandbox"))
            .addSubcommand(method(StackCommands.class, "doctor"))
            .addSubcommand(new TestCommand())
            .addSubcommand(new HireCommand())
            .addSubcommand(new HiresCommand())
            .addSubcommand(method(ShowCommands.class, "show"))
            .addSubcommand(method(ShowCommands.class, "ledger"))
            .addSubcommand(new WatchCommand())
            .addSubcommand(new ApprovalsCommand())
            .addSubcommand(new IncidentsCommand())
            .addSubcommand(method(HireCommands.class, "resolve"))
            .addSubcommand(new EventsCommand())
            .addSubcommand(method(HireCommands.class, "release"))
            .addSubcommand(method(HireCommands.class, "fund"))
            .addSubcommand(method(HireCommands.class, "dispute"))
            .addSubcommand(new ChangeCommand())
            .addSubcommand(new AddCommand())
            .addSubcommand(method(HireCommands.class, "drop"))
            .addSubcommand(method(HireCommands.class, "pause"))
            .addSubcommand(method(HireCommands.class, "resume"))
            .addSubcommand(method(HireCommands.class, "cancel"))
            .addSubcommand(method(HireCommands.class, "end"))
            .addSubcommand(new KeysCommand())
            .addSubcommand(new AuditCommand())
            .addSubcommand(method(Cli.class, "version"))
            .addSubcommand(help);
    addHelpAndVersion(program);
    return program
        .registerConverter(Amount.class, Amount::of)
        .registerConverter(MilestoneOption.class, MilestoneOption::of)
        .registerConverter(LengthOfTime.class, LengthOfTime::of)
        .registerConverter(Instant.class, SinceOption::pastMoment)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(Math.clamp(Terminal.width(Environment.ofThisProcess()), 55, 80))
        .setExecutionStrategy(Cli::execute)
        .setParameterExceptionHandler((wrong, arguments) -> Failure.explain(wrong))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> Failure.explain(failure, command));
  }

  /** Of a key that is given twice only the last value would be taken, without a word. */
  private static int execute(ParseResult parsed) {
    var command = parsed.asCommandLineList().getLast();
    for (var option : command.getParseResult().matchedOptions()) {
      var typed = option.originalStringValues();
      if (option.getValue() instanceof Map<?, ?> values && values.size() < typed.size()) {
        throw new ParameterException(
            command, option.longestName() + " names a key twice: " + String.join(", ", typed));
      }
    }
    return new RunLast().execute(parsed);
  }

  /** A command that is a static method of this name. */
  private static CommandLine method(Class<?> commands, String name) {
    return new CommandLine(CommandLine.getCommandMethods(commands, name).getFirst());
  }

  /**
   * Every command has its own help, and tells the version. Behind its own options: picocli hands a
   * method's options over by their place.
   */
  private static void addHelpAndVersion(CommandLine command) {
    var spec = command.getCommandSpec().version("Tenure " + RELEASE, "Java " + Runtime.version());
    if (!spec.helpCommand()) {
      spec.addMixin("helpAndVersion", CommandSpec.create().mixinStandardHelpOptions(true));
    }
    command.getSubcommands().values().forEach(Cli::addHelpAndVersion);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "version", description = "Shows the version of Tenure and of Java.")
  int version() {
    spec.commandLine().printVersionHelp(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
