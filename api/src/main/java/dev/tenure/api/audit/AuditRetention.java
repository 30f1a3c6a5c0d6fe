package dev.tenure.api.audit;

import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what has been in the audit list for longer than it is kept: {@code TENURE_AUDIT_DAYS},
 * where 0 keeps all. Every api does so; what one of them removes the others pass over.
 */
@Singleton
final class AuditRetention {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

  private static final String EVERY = "${tenure.audit.every:1h}";
  private static final int BATCH = 500;

  /** 50,000 a round: a list that was kept for years is worked off without a long lock. */
  private static final int BATCHES = 100;

  private final AuditEntries entries;
  private final int days;
  private final InstantSource clock = InstantSource.system();

  AuditRetention(AuditEntries entries, @Value("${tenure.audit.days:730}") int days) {
    if (days < 0) {
      throw new IllegalArgumentException(
          "TENURE_AUDIT_DAYS must be 0 or more; it is " + days + ".");
    }
    this.entries = entries;
    this.days = days;
  }

  @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
  void prune() {
    if (days == 0) {
      return;
    }
    Instant before = clock.instant().minus(Duration.ofDays(days));
    try {
      int removed = removed(before);
      if (removed > 0) {
        LOG.info("Removed {} audit entries that were older than {} days", removed, days);
      }
    } catch (JournalUnavailable | RefusedStatementException e) {
      LOG.warn("Old audit entries are not removed now: {}", e.getMessage());
    }
  }

  private int removed(Instant before) {
    int removed = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int these = entries.prune(before, BATCH);
      removed += these;
      if (these < BATCH) {
        break;
      }
    }
    return removed;
  }
}
