package dev.tenure.journal.store;

import java.sql.SQLException;

/** What is done within one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
  T in(Sql sql) throws SQLException;
}
