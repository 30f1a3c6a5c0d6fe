package dev.tenure.journal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class ChangeNotificationsTest {

  @Test
  void aRecordEndsAWaitForItsHireOrForAnyLongBeforeThePatience(
      HireRecords records, ChangeNotifications notifications) throws InterruptedException {
    HireView hire = Samples.entered(records);
    try (ChangeSubscription one = notifications.subscribe(hire.id());
        ChangeSubscription all = notifications.subscribeAll()) {
      settle(one);
      settle(all);
      records.record(Samples.batch(hire, "run-1", 1, Samples.event(1)));
      assertThat(one.await(Duration.ofSeconds(30))).isTrue();
      assertThat(all.await(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void aWaitForOneHireHearsNothingOfAnother(HireRecords records, ChangeNotifications notifications)
      throws InterruptedException {
    HireView mine = Samples.entered(records);
    HireView other = Samples.entered(records);
    try (ChangeSubscription one = notifications.subscribe(mine.id());
        ChangeSubscription all = notifications.subscribeAll()) {
      settle(one);
      settle(all);
      records.record(Samples.batch(other, "run-1", 1, Samples.event(1)));
      assertThat(all.await(Duration.ofSeconds(30))).isTrue();
      assertThat(one.await(Duration.ZERO)).isFalse();
    }
  }

  /**
   * The listener's own beginning is announced once; it has begun when that was heard, or long
   * before.
   */
  private static void settle(ChangeSubscription subscription) throws InterruptedException {
    subscription.await(Duration.ofSeconds(2));
  }
}
