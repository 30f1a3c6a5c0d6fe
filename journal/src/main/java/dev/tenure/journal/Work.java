package dev.tenure.journal;

import java.sql.SQLException;

/** What is done within one transaction. */
@FunctionalInterface
interface Work<T> {
  T in(Sql sql) throws SQLException;
}
