package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.workflows.reminders.Reminder;
import dev.tenure.workflows.reminders.ReminderOutcome;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "https://market.example/a, https://market.example/a",
    "/approvals/apr_1, https://tenure.example/approvals/apr_1"
  })
  void theLinkLeadsToTheMarketplaceOrToOurOwnPage(String recorded, String link) {
    world.record(ApprovalStatus.PENDING, WINDOW, recorded);
    ReminderSender sender = world.sender(ReminderWorld.channel("webhook", world.team));
    sender.send(reminder("webhook", world.clock().instant().plus(WINDOW)));
    assertThat(world.team.taken())
        .filteredOn(taken -> taken.id().startsWith(world.approval))
        .singleElement()
        .extracting(Receiver.Taken::body)
        .asString()
        .contains("\"url\":\"" + link + "\"");
  }

  private Reminder reminder(String channel, Instant goodUntil) {
    return new Reminder(world.hire, world.approval, channel, 1, 2, goodUntil);
  }
}
