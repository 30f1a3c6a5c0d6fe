package dev.tenure.workflows.reminders;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Channels that remember what they took, with the hours since the window began. */
final class FakeChannels implements ReminderActivities {

  private final LongSupplier clock;
  private final long begun;
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> down = ConcurrentHashMap.newKeySet();
  private volatile boolean decided;

  FakeChannels(LongSupplier clock) {
    this.clock = clock;
    this.begun = clock.getAsLong();
  }

  void fail(String channel) {
    down.add(channel);
  }

  void recover(String channel) {
    down.remove(channel);
  }

  /** From now on the journal shows the approval as decided. */
  void decide() {
    decided = true;
  }

  /** For each reminder taken: when, its number, the channel. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public ReminderOutcome send(Reminder reminder) {
    if (decided) {
      return ReminderOutcome.DECIDED;
    }
    if (!Instant.ofEpochMilli(clock.getAsLong()).isBefore(reminder.goodUntil())) {
      return ReminderOutcome.OVERTAKEN;
    }
    if (down.contains(reminder.channel())) {
      throw ApplicationFailure.newFailure(reminder.channel() + " is down", "channel_unavailable");
    }
    long hours = Duration.ofMillis(clock.getAsLong() - begun).toHours();
    sent.add("%dh %d/%d %s".formatted(hours, reminder.number(), reminder.of(), reminder.channel()));
    return ReminderOutcome.SENT;
  }
}
