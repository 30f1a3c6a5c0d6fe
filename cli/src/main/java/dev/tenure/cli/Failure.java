package dev.tenure.cli;

import java.io.PrintWriter;

/**
 * Tells the user what went wrong: words for what we foresaw, the whole trace for what we did not.
 */
final class Failure {
  private Failure() {}

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
