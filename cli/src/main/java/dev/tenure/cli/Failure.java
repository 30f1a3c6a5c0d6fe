package dev.tenure.cli;

import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.hire.ProblemPrinter;
import dev.tenure.cli.http.UnreachableException;
import java.io.PrintWriter;
import picocli.CommandLine;

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
        err.println(away.getMessage());
        err.flush();
        return ExitCode.UNAVAILABLE;
      }
      default -> explain(failure, err);
    }
    return ExitCode.FAILED;
  }

  /** With {@code --json} the problem, too, is printed as it came. */
  private static int explain(ProblemException refused, CommandLine command) {
    if (command.getParseResult() != null && command.getParseResult().hasMatchedOption("--json")) {
      command.getErr().println(refused.body());
      command.getErr().flush();
    } else {
      ProblemPrinter.print(refused, command.getErr());
    }
    return refused.exitCode();
  }

  static void explain(Throwable failure, PrintWriter err) {
    if (failure instanceof Refused refused) {
      err.println(refused.getMessage());
      if (refused.getCause() != null && refused.getCause().getMessage() != null) {
        err.println("  because: " + refused.getCause().getMessage());
      }
    } else {
      err.println("This should not have happened; please report it:");
      failure.printStackTrace(err);
    }
    err.flush();
  }
}
