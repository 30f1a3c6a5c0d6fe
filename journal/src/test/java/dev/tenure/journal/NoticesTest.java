package dev.tenure.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class NoticesTest {

  @Test
  void aRecordEndsAWaitLongBeforeItsPatience(Hires hires, HireRecords records, Notices notices)
      throws InterruptedException {
    HireView hire = Samples.entered(hires);
    notices.await(notices.seen(), Duration.ofSeconds(5));
    long seen = notices.seen();
    Instant begin = Instant.now();
    records.record(Samples.batch(hire, "run-1", 1, Samples.event(1)));
    notices.await(seen, Duration.ofSeconds(30));
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(notices.seen()).isGreaterThan(seen);
  }
}
