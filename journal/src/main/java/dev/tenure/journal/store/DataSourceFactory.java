package dev.tenure.journal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Properties;

/** The connections: none is needed at the start, and none is waited for longer than two seconds. */
@Factory
final class DataSourceFactory {

  private static final long PATIENCE_MILLIS = 2_000;

  @Singleton
  @Bean(preDestroy = "close")
  HikariDataSource source(JournalSettings settings) {
    var pool = new HikariConfig();
    pool.setPoolName("journal");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setDriverClassName("org.postgresql.Driver");
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setMinimumIdle(1);
    pool.setAutoCommit(false);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    pool.setValidationTimeout(PATIENCE_MILLIS / 2);
    // A pool that fails fast would keep the whole process from starting without its database.
    pool.setInitializationFailTimeout(-1);
    pool.setDataSourceProperties(driver());
    return new HikariDataSource(pool);
  }

  private static Properties driver() {
    var driver = new Properties();
    driver.setProperty("connectTimeout", "2");
    driver.setProperty("loginTimeout", "2");
    driver.setProperty("socketTimeout", "20");
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("ApplicationName", "tenure");
    return driver;
  }
}
