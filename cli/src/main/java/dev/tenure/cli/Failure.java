package dev.tenure.cli;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.hire.ProblemPrinter;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.terminal.Printable;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells the user what went wrong: words for what we foresaw, the whole trace for what we did not.
 */
final class Failure {
  private Failure() {}

  /** Returns the exit code. */
  static int explain(Throwable failure, CommandLine command) {
    var err = command.getErr();
    switch (failure) {
      case ProblemException refused -> {
        return explain(refused, command);
      }
      case UnreachableException away -> {
        err.println(Printable.lines(away.words()));
        err.flush();
        return ExitCode.UNAVAILABLE;
      }
      default -> explain(failure, err);
    }
    return ExitCode.FAILED;
  }

  /** With {@code --json} the problem, too, is printed as it came. */
  private static int explain(ProblemException refused, CommandLine command) {
    var screen = new Screen(command.getErr(), new Style(false));
    if (command.getParseResult() != null && command.getParseResult().hasMatchedOption("--json")) {
      screen.json(refused.body());
    } else {
      ProblemPrinter.print(refused, screen);
    }
    return refused.exitCode();
  }

  /** A command line that cannot be read, with its words made printable. Returns the exit code. */
  static int explain(ParameterException wrong) {
    var command = wrong.getCommandLine();
    var err = command.getErr();
    var words = Printable.lines(Objects.requireNonNullElse(wrong.getMessage(), "It is wrong"));
    err.println(command.getColorScheme().errorText(words));
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      command.usage(err);
    }
    err.flush();
    return ExitCode.USAGE;
  }

  private static void explain(Throwable failure, PrintWriter err) {
    if (failure instanceof Refused refused) {
      err.println(Printable.lines(refused.words()));
      if (refused.getCause() != null && refused.getCause().getMessage() != null) {
        err.println(Printable.lines("  because: " + refused.getCause().getMessage()));
      }
    } else {
      err.println("This should not have happened; please report it:");
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      err.println(Printable.lines(trace.toString()));
    }
    err.flush();
  }
}
