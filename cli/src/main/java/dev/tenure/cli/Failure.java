package dev.tenure.cli;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.hire.ProblemPrinter;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.terminal.Printable;
import dev.tenure.cli.terminal.Screen;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Tells the user what went wrong: words for what we foresaw, the whole trace for what we did not.
 */
final class Failure {
  private Failure() {}

  /** Returns the exit code. */
  static int explain(Throwable failure, CommandLine command) {
    var err = command.getErr();
    return switch (failure) {
      case ProblemException refused -> explain(refused, command);
      case Refused refused -> {
        say(err, refused.words());
        var cause = refused instanceof UnreachableException ? null : refused.getCause();
        if (cause != null && cause.getMessage() != null) {
          say(err, "  because: " + cause.getMessage());
        }
        yield refused.exitCode();
      }
      default -> {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        say(err, "This should not have happened; please report it:\n" + trace);
        yield ExitCode.FAILED;
      }
    };
  }

  /** With {@code --json} the problem, too, is printed as it came. */
  private static int explain(ProblemException refused, CommandLine command) {
    var screen = Screen.plain(command.getErr());
    var typed = command.getParseResult();
    if (typed.hasMatchedOption("--json")) {
      screen.json(refused.body());
    } else {
      ProblemPrinter.print(refused, screen, pointer -> TypedPlace.of(pointer, typed));
    }
    return refused.exitCode();
  }

  /** A command line that cannot be read, in one line of printable words. Returns the exit code. */
  static int explain(ParameterException wrong) {
    Screen.plain(wrong.getCommandLine().getErr()).line(UsageErrors.words(wrong));
    return ExitCode.USAGE;
  }

  private static void say(PrintWriter err, String words) {
    err.println(Printable.lines(words));
    err.flush();
  }
}
