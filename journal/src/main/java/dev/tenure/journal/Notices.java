package dev.tenure.journal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Word, from whichever process recorded it, that something in the journal changed. Waiting costs no
 * polling; a lost word only delays, since every wait is bounded.
 */
@Singleton
public final class Notices {

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final String CHANNEL = "tenure_hires";
  private static final Duration LISTEN_SLICE = Duration.ofSeconds(1);

  private final JournalSettings settings;
  private final Watches watches = new Watches();
  private final AtomicReference<@Nullable Thread> listener = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  Notices(JournalSettings settings) {
    this.settings = settings;
  }

  /** Tells every process, once the transaction is committed. */
  static void ring(Sql sql, String hireId) throws SQLException {
    sql.call("select pg_notify(?, ?)", CHANNEL, hireId);
  }

  /** Begins to hear of one hire. */
  public Watch watch(String hireId) {
    listenOnce();
    return watches.begin(hireId);
  }

  /** Begins to hear of every hire. */
  public Watch watchAll() {
    listenOnce();
    return watches.beginAll();
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
    Thread running = listener.get();
    if (running != null) {
      running.interrupt();
    }
    watches.ringAll();
  }

  private void listenOnce() {
    if (listener.get() == null && !stopped()) {
      Thread thread = Thread.ofPlatform().daemon().name("journal-notices").unstarted(this::listen);
      if (listener.compareAndSet(null, thread)) {
        thread.start();
      }
    }
  }

  private void listen() {
    while (!stopped()) {
      try (Connection connection = open()) {
        // Whatever changed while nobody listened is heard of now.
        watches.ringAll();
        receive(connection);
      } catch (SQLException e) {
        LOG.debug("listening for changes was cut: {}", e.getMessage());
        pause();
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    return connection;
  }

  private void receive(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!stopped()) {
      PGNotification @Nullable [] notices =
          postgres.getNotifications((int) LISTEN_SLICE.toMillis());
      if (notices != null) {
        for (PGNotification notice : notices) {
          watches.ring(notice.getParameter());
        }
      }
    }
  }

  private void pause() {
    try {
      if (stopping.await(1, TimeUnit.SECONDS)) {
        LOG.debug("no longer listening for changes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  private boolean stopped() {
    return stopping.getCount() == 0;
  }
}
