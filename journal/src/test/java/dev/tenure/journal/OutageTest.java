package dev.tenure.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.database.Database;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageTest {

  @Test
  void theJournalIsUnavailableWithinSecondsWhileItsDatabaseIsAwayAndComesBack() {
    try (Database database = Database.start();
        ApplicationContext beans = JournalExtension.Running.beans(database)) {
      Hires hires = beans.getBean(Hires.class);
      HireView hire = Samples.entered(hires);
      database.stop();
      Instant begin = Instant.now();
      assertThatThrownBy(() -> hires.find(hire.id())).isInstanceOf(JournalUnavailable.class);
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
      database.resume();
      assertThat(foundWithin(Duration.ofSeconds(10), hires, hire.id())).isTrue();
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
        Hires hires = beans.getBean(Hires.class);
        assertThatThrownBy(() -> Samples.entered(hires)).isInstanceOf(JournalUnavailable.class);
        database.resume();
        assertThat(beans.getBean(JournalSchema.class).awaitReady(Duration.ofSeconds(20))).isTrue();
        assertThat(Samples.entered(hires).milestones()).hasSize(2);
      }
    }
  }
}
