package dev.tenure.workflows.reminders;

import java.time.Instant;
import java.util.List;

/**
 * When and where to remind of one approval. The moments are fixed when it is made, so that a change
 * of the configuration concerns later approvals only.
 *
 * @param steps soonest first, all before {@code expiresAt}
 */
public record ReminderPlan(
    String hireId,
    String approvalId,
    Instant createdAt,
    Instant expiresAt,
    List<ReminderStep> steps) {

  public ReminderPlan {
    steps = List.copyOf(steps);
  }
}
