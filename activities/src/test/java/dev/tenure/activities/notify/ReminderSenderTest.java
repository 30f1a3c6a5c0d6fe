package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.model.ApprovalStatus;
import dev.tenure.workflows.reminders.Reminder;
import dev.tenure.workflows.reminders.ReminderOutcome;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One reminder at the moment when it is to be sent. */
class ReminderSenderTest {

  private static final Duration WINDOW = Duration.ofDays(3);

  private final ReminderWorld world;

  ReminderSenderTest() throws IOException {
    world = new ReminderWorld();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingIsSentOfAnApprovalThatIsDecidedOrWhoseTurnIsOver() {
    ReminderSender sender = world.sender(ReminderWorld.channel("webhook", world.team));
    Instant now = world.clock().instant();
    world.record(ApprovalStatus.PENDING, WINDOW);
    assertThat(sender.send(reminder("webhook", now.minusSeconds(1))))
        .isEqualTo(ReminderOutcome.OVERTAKEN);
    world.record(ApprovalStatus.EXPIRED, WINDOW);
    assertThat(sender.send(reminder("webhook", now.plus(WINDOW))))
        .isEqualTo(ReminderOutcome.DECIDED);
    assertThat(world.arrived(world.team)).isEmpty();
  }

  @Test
  void aChannelThatThisWorkerLacksIsLeftToAnother() {
    world.record(ApprovalStatus.PENDING, WINDOW);
    Instant later = world.clock().instant().plus(WINDOW);
    assertThatThrownBy(() -> world.sender().send(reminder("slack", later)))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(ReminderSender.NO_CHANNEL);
              assertThat(failure.isNonRetryable()).isFalse();
            });
  }

  private Reminder reminder(String channel, Instant goodUntil) {
    return new Reminder(world.hire, world.approval, channel, 1, 2, goodUntil);
  }
}
