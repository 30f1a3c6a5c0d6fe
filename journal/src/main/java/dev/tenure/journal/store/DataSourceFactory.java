package dev.tenure.journal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
  private record Source(JournalConnections connections) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
      return connections.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw new SQLFeatureNotSupportedException("the settings name the user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    /** The driver's own bound holds. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException("nothing is logged here");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLException("nothing is wrapped here");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
