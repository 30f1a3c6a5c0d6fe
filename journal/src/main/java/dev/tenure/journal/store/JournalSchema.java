package dev.tenure.journal.store;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables up to date in the background and tries until it succeeds, so that a process
 * starts without its database.
 */
@Context
public final class JournalSchema {

  private static final Logger LOG = LoggerFactory.getLogger(JournalSchema.class);
  private static final long PAUSE_MILLIS = 500;

  private final DataSource source;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("journal-schema").factory());
  private volatile String words = "being set up";
  private volatile boolean inTrouble;
  private String lastReason = "";
  private @Nullable ScheduledFuture<?> attempts;

  JournalSchema(DataSource source) {
    this.source = source;
  }

  /** How far it is, for people. */
  public String words() {
    return words;
  }

  /** Whether an attempt to set up the tables has failed, and none has succeeded since. */
  boolean inTrouble() {
    return inTrouble;
  }

  /** Whether the tables are there. */
  public boolean ready() {
    return ready.getCount() == 0;
  }

  /** Waits for the tables; answers whether they are there. */
  public boolean awaitReady(Duration patience) {
    try {
      return ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @PostConstruct
  void begin() {
    attempts =
        background.scheduleWithFixedDelay(this::attempt, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (attempts != null) {
      attempts.cancel(true);
    }
    background.shutdownNow();
  }

  private void attempt() {
    try {
      migrate();
      words = "ready";
      inTrouble = false;
      ready.countDown();
      background.shutdown();
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private void migrate() {
    Flyway.configure(getClass().getClassLoader())
        .dataSource(source)
        .locations("classpath:dev/tenure/journal/schema")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  private void tell(RuntimeException e) {
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
    // Times and counts within the words are no news.
    String kind = reason.replaceAll("\\d+", "");
    if (!kind.equals(lastReason)) {
      LOG.warn("The journal's tables cannot be set up yet; trying on. {}", reason);
    }
    lastReason = kind;
    words = "not reachable, or its tables cannot be set up";
    inTrouble = true;
  }
}
