package dev.tenure.journal.store;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens connections to the journal's database, straight or through a pooler such as PgBouncer, with
 * bounds on every wait.
 */
@Singleton
public final class JournalConnections {

  private static final Logger LOG = LoggerFactory.getLogger(JournalConnections.class);

  /** What PostgreSQL answers to a parameter of the session that it does not take. */
  private static final String UNFIT_PARAMETER = "22023";

  private final JournalSettings settings;
  private final AtomicBoolean told = new AtomicBoolean();

  JournalConnections(JournalSettings settings) {
    this.settings = settings;
  }

  /** A connection for statements; none of them takes longer than 20 seconds. */
  Connection open() throws SQLException {
    Properties driver = driver();
    driver.setProperty("socketTimeout", "20");
    Connection connection = open(driver);
    if (pooled(connection)) {
      tellOfPooler();
      // A statement that is prepared on one server connection is not known on the next one.
      connection.unwrap(PGConnection.class).setPrepareThreshold(0);
    }
    return connection;
  }

  /** A connection to wait on for notifications. */
  public Connection openForListening() throws SQLException {
    return open(driver());
  }

  /**
   * Whether a pooler stands between. It invents the process id that it tells its clients, since
   * they have no server process of their own.
   */
  public static boolean pooled(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_backend_pid()")) {
      return rows.next() && rows.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
    }
  }

  private void tellOfPooler() {
    if (told.compareAndSet(false, true)) {
      LOG.info(
          "The journal's database is reached through a connection pooler: statements are not kept"
              + " prepared, and changes are looked for instead of being notified");
    }
  }

  private Connection open(Properties driver) throws SQLException {
    try {
      return DriverManager.getConnection(settings.url(), driver);
    } catch (SQLException e) {
      if (!UNFIT_PARAMETER.equals(e.getSQLState()) || !String.valueOf(e).contains("TimeZone")) {
        throw e;
      }
      return underAnotherZoneName(driver, e);
    }
  }

  /**
   * The driver tells the server the name of this JVM's time zone. A server whose zones have new
   * names only refuses one such as Asia/Calcutta, so the JVM takes another name of the same zone.
   */
  private Connection underAnotherZoneName(Properties driver, SQLException refused)
      throws SQLException {
    TimeZone before = TimeZone.getDefault();
    for (TimeZone zone : ZoneNames.of(before)) {
      TimeZone.setDefault(zone);
      try {
        Connection connection = DriverManager.getConnection(settings.url(), driver);
        LOG.info("The database does not know {}; {} is used", before.getID(), zone.getID());
        return connection;
      } catch (SQLException e) {
        if (!UNFIT_PARAMETER.equals(e.getSQLState())) {
          throw e;
        }
        refused.addSuppressed(e);
      }
    }
    TimeZone.setDefault(before);
    throw refused;
  }

  private Properties driver() throws SQLException {
    var driver = new Properties();
    driver.setProperty("user", settings.user());
    driver.setProperty("password", password());
    driver.setProperty("connectTimeout", "2");
    driver.setProperty("loginTimeout", "2");
    driver.setProperty("tcpKeepAlive", "true");
    driver.setProperty("ApplicationName", "tenure");
    return driver;
  }

  private String password() throws SQLException {
    String file = settings.passwordFile();
    if (file == null || file.isBlank()) {
      return settings.password();
    }
    try {
      String password = Files.readString(Path.of(file)).strip();
      if (password.isEmpty()) {
        throw new SQLTransientConnectionException(
            "TENURE_JDBC_PASSWORD_FILE is empty (yet): " + file);
      }
      return password;
    } catch (NoSuchFileException e) {
      throw new SQLTransientConnectionException(
          "TENURE_JDBC_PASSWORD_FILE is not there (yet): " + file, e);
    } catch (IOException e) {
      throw new SQLTransientConnectionException(
          "TENURE_JDBC_PASSWORD_FILE cannot be read: " + e.getMessage(), e);
    }
  }
}
