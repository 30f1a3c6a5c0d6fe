package dev.tenure.journal.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Runs work in one transaction each, and tells a journal that is away from a mistake of ours. */
@Singleton
public final class Transactions {

  private static final Duration SCHEMA_PATIENCE = Duration.ofSeconds(2);

  private final DataSource source;
  private final JournalSchema schema;

  Transactions(DataSource source, JournalSchema schema) {
    this.source = source;
    this.schema = schema;
  }

  /**
   * Runs work in a transaction of its own, and commits it.
   *
   * @throws JournalUnavailable when the database does not answer, or is not set up yet
   */
  public <T> T run(SqlWork<T> work) {
    if (!schema.awaitReady(SCHEMA_PATIENCE)) {
      throw new JournalUnavailable("the journal's database is " + schema.words());
    }
    try (Connection connection = source.getConnection()) {
      return inside(connection, work);
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  /** Reads everything as of one moment. */
  public <T> T read(SqlWork<T> work) {
    return run(
        sql -> {
          sql.call("set transaction isolation level repeatable read, read only");
          return work.in(sql);
        });
  }

  private static <T> T inside(Connection connection, SqlWork<T> work) throws SQLException {
    try {
      T result = work.in(new Sql(connection));
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
