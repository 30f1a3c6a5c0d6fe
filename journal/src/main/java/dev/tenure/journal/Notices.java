package dev.tenure.journal;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
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
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread listener;
  private long count;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Notices(JournalSettings settings) {
    this.settings = settings;
  }

  /** Tells every process, once the transaction is committed. */
  static void ring(Sql sql, String hireId) throws SQLException {
    sql.call("select pg_notify(?, ?)", CHANNEL, hireId);
  }

  /** How many words came so far; what {@link #await} goes on from. */
  public long seen() {
    lock.lock();
    try {
      listenOnce();
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a word after {@code seen}, at most as long as {@code patience}. */
  public void await(long seen, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (count == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
    lock.lock();
    try {
      if (listener != null) {
        listener.interrupt();
      }
      count++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void listenOnce() {
    if (listener == null && !stopped()) {
      listener = Thread.ofPlatform().daemon().name("journal-notices").start(this::listen);
    }
  }

  private void listen() {
    while (!stopped()) {
      try (Connection connection = open()) {
        wake();
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
      var notices = postgres.getNotifications((int) LISTEN_SLICE.toMillis());
      if (notices != null && notices.length > 0) {
        wake();
      }
    }
  }

  private void wake() {
    lock.lock();
    try {
      count++;
      changed.signalAll();
    } finally {
      lock.unlock();
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
