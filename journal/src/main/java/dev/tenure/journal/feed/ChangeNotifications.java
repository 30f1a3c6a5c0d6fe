package dev.tenure.journal.feed;

import dev.tenure.journal.store.JournalSettings;
import dev.tenure.journal.store.Sql;
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
public final class ChangeNotifications {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeNotifications.class);
  private static final String CHANNEL = "tenure_hires";
  private static final Duration LISTEN_SLICE = Duration.ofSeconds(1);

  private final JournalSettings settings;
  private final ChangeSubscriptions subscriptions = new ChangeSubscriptions();
  private final AtomicReference<@Nullable Thread> listener = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  ChangeNotifications(JournalSettings settings) {
    this.settings = settings;
  }

  /** Tells every process, once the transaction is committed. */
  public static void send(Sql sql, String hireId) throws SQLException {
    sql.call("select pg_notify(?, ?)", CHANNEL, hireId);
  }

  /** Hears of one hire from now on. */
  public ChangeSubscription subscribe(String hireId) {
    listenOnce();
    return subscriptions.add(hireId);
  }

  /** Hears of every hire from now on. */
  public ChangeSubscription subscribeAll() {
    listenOnce();
    return subscriptions.addForAll();
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
    Thread running = listener.get();
    if (running != null) {
      running.interrupt();
    }
    subscriptions.signalAll();
  }

  private void listenOnce() {
    if (listener.get() == null && !stopped()) {
      Thread thread =
          Thread.ofPlatform().daemon().name("journal-notifications").unstarted(this::listen);
      if (listener.compareAndSet(null, thread)) {
        thread.start();
      }
    }
  }

  private void listen() {
    while (!stopped()) {
      try (Connection connection = open()) {
        // Whatever changed while nobody listened is heard of now.
        subscriptions.signalAll();
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
      PGNotification @Nullable [] notifications =
          postgres.getNotifications((int) LISTEN_SLICE.toMillis());
      if (notifications != null) {
        for (PGNotification notification : notifications) {
          subscriptions.signal(notification.getParameter());
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
