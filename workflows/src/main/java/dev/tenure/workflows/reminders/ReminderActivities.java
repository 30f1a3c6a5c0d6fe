package dev.tenure.workflows.reminders;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The channels to people, as the process sees them. */
@ActivityInterface
public interface ReminderActivities {

  /**
   * Reads the approval from the journal and sends the reminder only if it is still pending. Fails,
   * to be tried again, while the journal or the channel is away. A channel may see the same
   * reminder twice when a worker dies between sending and saying so.
   */
  @ActivityMethod(name = "send-reminder")
  ReminderOutcome send(Reminder reminder);
}
