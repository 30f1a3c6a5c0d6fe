package dev.tenure.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class NoticesTest {

  @Test
  void aRecordEndsAWaitForItsHireOrForAnyLongBeforeThePatience(
      Hires hires, HireRecords records, Notices notices) throws InterruptedException {
    HireView hire = Samples.entered(hires);
    try (Watch one = notices.watch(hire.id());
        Watch all = notices.watchAll()) {
      settle(one);
      settle(all);
      records.record(Samples.batch(hire, "run-1", 1, Samples.event(1)));
      assertThat(one.await(Duration.ofSeconds(30))).isTrue();
      assertThat(all.await(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void aWaitForOneHireHearsNothingOfAnother(Hires hires, HireRecords records, Notices notices)
      throws InterruptedException {
    HireView mine = Samples.entered(hires);
    HireView other = Samples.entered(hires);
    try (Watch one = notices.watch(mine.id());
        Watch all = notices.watchAll()) {
      settle(one);
      settle(all);
      records.record(Samples.batch(other, "run-1", 1, Samples.event(1)));
      assertThat(all.await(Duration.ofSeconds(30))).isTrue();
      assertThat(one.await(Duration.ZERO)).isFalse();
    }
  }

  /** The listener's own beginning rings once; it has begun when that was heard, or long before. */
  private static void settle(Watch watch) throws InterruptedException {
    watch.await(Duration.ofSeconds(2));
  }
}
