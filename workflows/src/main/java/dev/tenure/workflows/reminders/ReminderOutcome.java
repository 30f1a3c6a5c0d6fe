package dev.tenure.workflows.reminders;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of a reminder. */
public enum ReminderOutcome {
  /** The channel took it. */
  @JsonProperty("sent")
  SENT,
  /** Not sent: the approval is not pending any more. */
  @JsonProperty("decided")
  DECIDED,
  /** Not sent: its own time was over. */
  @JsonProperty("overtaken")
  OVERTAKEN
}
