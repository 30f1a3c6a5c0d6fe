package dev.tenure.journal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections: none is needed at the start, and none is waited for longer than two seconds. */
@Factory
final class DataSourceFactory {

  private static final long PATIENCE_MILLIS = 2_000;

  @Singleton
  @Bean(preDestroy = "close")
  HikariDataSource source(JournalSettings settings, JournalConnections connections) {
    var pool = new HikariConfig();
    pool.setPoolName("journal");
    pool.setDataSource(new Source(connections));
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setMinimumIdle(1);
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    pool.setValidationTimeout(PATIENCE_MILLIS / 2);
    // A pool that fails fast would keep the whole process from starting without its database.
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  /** What the pool opens its connections by. */
  private static final class Source extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final transient JournalConnections connections;

    Source(JournalConnections connections) {
      this.connections = connections;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return connections.open();
    }
  }
}
