package dev.tenure.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void theJournalSaysThatItIsUnavailableWhileItsDatabaseIsAwayAndComesBack() {
    try (Database database = Database.start();
        ApplicationContext beans = JournalExtension.Running.beans(database)) {
      Hires hires = beans.getBean(Hires.class);
      HireView hire = Samples.entered(beans.getBean(HireRecords.class));
      database.stop();
      assertThatThrownBy(() -> hires.find(hire.id())).isInstanceOf(JournalUnavailable.class);
      database.resume();
      assertThat(foundWithin(PATIENCE, hires, hire.id())).isTrue();
    }
  }

  /** Connections that broke a moment ago may each fail once more. */
  private static boolean foundWithin(Duration patience, Hires hires, String id) {
    Instant end = Instant.now().plus(patience);
    while (true) {
      try {
        return hires.find(id).isPresent();
      } catch (JournalUnavailable e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
      }
    }
  }

  @Test
  void theJournalStartsWithoutItsDatabaseAndSetsUpItsTablesWhenItComes() {
    try (Database database = Database.start()) {
      database.stop();
      try (ApplicationContext beans = JournalExtension.Running.beans(database)) {
        HireRecords records = beans.getBean(HireRecords.class);
        assertThatThrownBy(() -> Samples.entered(records)).isInstanceOf(JournalUnavailable.class);
        database.resume();
        assertThat(beans.getBean(JournalSchema.class).awaitReady(PATIENCE)).isTrue();
        assertThat(Samples.entered(records).milestones()).hasSize(2);
      }
    }
  }
}
