package dev.tenure.api.temporal;

import dev.tenure.journal.run.HireStarts;
import dev.tenure.journal.store.JournalUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the hires whose own request could not. */
@Singleton
final class PendingStartSweeper {

  private static final Logger LOG = LoggerFactory.getLogger(PendingStartSweeper.class);
  private static final Duration OLD_ENOUGH = Duration.ofSeconds(5);

  private final HireStarts starts;
  private final HireStarter starter;

  PendingStartSweeper(HireStarts starts, HireStarter starter) {
    this.starts = starts;
    this.starter = starter;
  }

  @Scheduled(fixedDelay = "2s", initialDelay = "2s")
  void sweep() {
    try {
      int started = starts.sweep(OLD_ENOUGH, starter::start);
      if (started > 0) {
        LOG.info("Started {} hires that had been left waiting", started);
      }
    } catch (JournalUnavailable e) {
      LOG.debug("No sweep: {}", e.getMessage());
    }
  }
}
