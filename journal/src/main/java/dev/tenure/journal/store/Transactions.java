package dev.tenure.journal.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/** Runs work in one transaction each, and tells a journal that is away from a mistake of ours. */
@Singleton
public final class Transactions {

  private static final Duration SCHEMA_PATIENCE = Duration.ofSeconds(2);

  /** How long a database that is there may take until it is set up, or has a connection free. */
  private static final Duration BUSY_PATIENCE = Duration.ofSeconds(15);

  private final HikariDataSource source;
  private final JournalSchema schema;

  Transactions(HikariDataSource source, JournalSchema schema) {
    this.source = source;
    this.schema = schema;
  }

  /**
   * Runs work in a transaction of its own, and commits it.
   *
   * @throws JournalUnavailable when the database does not answer, or is not set up yet
   */
  public <T> T run(SqlWork<T> work) {
    if (!schema.awaitReady(schema.inTrouble() ? SCHEMA_PATIENCE : BUSY_PATIENCE)) {
      throw new JournalUnavailable("the journal's database is " + schema.words());
    }
    try (Connection connection = connection()) {
      return inside(connection, work);
    } catch (SQLException e) {
      throw SqlFailures.of(e);
    }
  }

  /**
   * A burst of requests, above all right after the start, may need more connections than there are;
   * it waits its turn. A database that is away holds no connection that is at work.
   */
  private Connection connection() throws SQLException {
    long end = System.nanoTime() + BUSY_PATIENCE.toNanos();
    while (true) {
      try {
        return source.getConnection();
      } catch (SQLTransientConnectionException e) {
        if (!busy() || System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  private boolean busy() {
    HikariPoolMXBean pool = source.getHikariPoolMXBean();
    return pool != null && pool.getActiveConnections() > 0;
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
