package dev.tenure.journal.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Sorts the database's failures. */
public final class SqlFailures {

  private SqlFailures() {}

  /** What to throw in place of a failure of the database. */
  public static RuntimeException of(SQLException failure) {
    return away(failure)
        ? new JournalUnavailable("the journal's database does not answer", failure)
        : new RefusedStatementException(failure);
  }

  static boolean away(SQLException failure) {
    return failure instanceof SQLTransientException || awayState(failure.getSQLState());
  }

  /** Connection lost, too few resources, ended by an operator, or a transaction to be repeated. */
  private static boolean awayState(@Nullable String state) {
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57")
            || state.startsWith("58")
            || state.startsWith("40")
            || state.startsWith("28")
            || state.equals("25006")
            || state.equals("3D000"));
  }
}
