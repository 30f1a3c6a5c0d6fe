package dev.tenure.journal.feed;

import dev.tenure.journal.store.JournalConnections;
import dev.tenure.journal.store.Sql;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

  /** Without any word for so long, the server is asked whether it is still there. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_A_CUT = Duration.ofSeconds(1);

  private final JournalConnections connections;
  private final ChangeSubscriptions subscriptions = new ChangeSubscriptions();
  private final AtomicReference<@Nullable Thread> listener = new AtomicReference<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  ChangeNotifications(JournalConnections connections) {
    this.connections = connections;
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
      try (Connection connection = connections.openForListening()) {
        if (JournalConnections.pooled(connection)) {
          look(connection);
        } else {
          receive(connection);
        }
      } catch (SQLException e) {
        LOG.debug("listening for changes was cut: {}", e.getMessage());
        pause();
      }
    }
  }

  private void receive(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + CHANNEL);
    }
    // Whatever changed while nobody listened is heard of now.
    subscriptions.signalAll();
    PGConnection postgres = connection.unwrap(PGConnection.class);
    Instant heard = Instant.now();
    while (!stopped()) {
      PGNotification @Nullable [] notifications =
          postgres.getNotifications((int) LISTEN_SLICE.toMillis());
      if (notifications != null && notifications.length > 0) {
        heard = Instant.now();
        for (PGNotification notification : notifications) {
          subscriptions.signal(notification.getParameter());
        }
      } else if (heard.plus(SILENCE).isBefore(Instant.now())) {
        // A server that went away without a word would be listened to for ever.
        answers(connection);
        heard = Instant.now();
      }
    }
  }

  private static void answers(Connection connection) throws SQLException {
    if (!connection.isValid((int) ANSWER_WITHIN.toSeconds())) {
      throw new SQLException("the listening connection is dead");
    }
  }

  /**
   * Behind a pooler that lends its connections by the transaction nobody is notified. The snapshot
   * of the server changes with every transaction that writes, and costs nothing to ask for.
   */
  private void look(Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, (int) ANSWER_WITHIN.toMillis());
    connection.unwrap(PGConnection.class).setPrepareThreshold(0);
    String last = "";
    while (!stopped()) {
      String now = snapshot(connection);
      if (!now.equals(last)) {
        subscriptions.signalAll();
      }
      last = now;
      pause(LOOK_EVERY);
    }
  }

  private static String snapshot(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_current_snapshot()")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private void pause() {
    pause(AFTER_A_CUT);
  }

  private void pause(Duration length) {
    try {
      if (stopping.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
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
