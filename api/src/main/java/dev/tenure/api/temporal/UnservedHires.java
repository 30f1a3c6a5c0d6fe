package dev.tenure.api.temporal;

import dev.tenure.journal.run.UnservedAccounts;
import dev.tenure.journal.store.JournalUnavailable;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of open hires whose account was taken out of the workers' configuration. */
@Singleton
record UnservedHires(UnservedAccounts journal) {

  private static final Logger LOG = LoggerFactory.getLogger(UnservedHires.class);

  /** A worker speaks for its accounts every ten seconds; three of its words may be lost. */
  private static final Duration SILENCE = Duration.ofSeconds(35);

  @Scheduled(fixedDelay = "10s", initialDelay = "10s")
  void look() {
    try {
      int unserved = journal.look(SILENCE);
      if (unserved > 0) {
        LOG.warn("{} open hires have an account that no worker serves", unserved);
      }
    } catch (JournalUnavailable e) {
      LOG.debug("Nobody looks for hires that are not served now: {}", e.getMessage());
    }
  }
}
