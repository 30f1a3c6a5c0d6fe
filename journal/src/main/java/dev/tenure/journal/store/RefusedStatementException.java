package dev.tenure.journal.store;

import java.sql.SQLException;

/**
 * The database answered, and refused a statement; it would refuse it again. A fault of ours, or of
 * what came from outside.
 */
public final class RefusedStatementException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  RefusedStatementException(SQLException refusal) {
    super("the journal's database refused a statement: " + words(refusal), refusal);
  }

  /** The first line of what the database says, fit to be stored and shown. */
  static String words(SQLException refusal) {
    return String.valueOf(refusal.getMessage())
        .lines()
        .findFirst()
        .orElse("no message")
        .replaceAll("\\p{Cntrl}", "?");
  }
}
