package dev.tenure.workflows.reminders;

import java.time.Instant;
import java.util.List;

/**
 * One reminder.
 *
 * @param at when it is due
 * @param channels names of the channels that it goes to
 */
public record ReminderStep(Instant at, List<String> channels) {

  public ReminderStep {
    channels = List.copyOf(channels);
  }
}
