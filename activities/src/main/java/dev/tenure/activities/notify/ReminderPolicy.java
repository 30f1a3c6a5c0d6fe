package dev.tenure.activities.notify;

import dev.tenure.journal.reminder.ReminderSubject;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.workflows.reminders.ReminderPlan;
import dev.tenure.workflows.reminders.ReminderStep;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * When people are reminded, as parts of the time that they have, and by which channels.
 *
 * @param steps soonest first
 * @param channels where every reminder goes
 * @param escalation where escalated ones go as well
 */
public record ReminderPolicy(List<Step> steps, List<String> channels, List<String> escalation) {

  /** One reminder: when, and whether it is escalated. */
  public record Step(Fraction when, boolean escalated) {}

  public ReminderPolicy {
    steps = List.copyOf(steps);
    channels = List.copyOf(channels);
    escalation = List.copyOf(escalation);
  }

  /** Whether anybody is to be reminded at all. */
  public boolean active() {
    return steps.stream().anyMatch(step -> !channelsOf(step).isEmpty());
  }

  /** The reminders of one approval, in its own window. */
  ReminderPlan planFor(ReminderSubject subject) {
    ApprovalDocument approval = subject.approval();
    Duration window = Duration.between(approval.createdAt(), approval.expiresAt());
    List<ReminderStep> all =
        steps.stream()
            .filter(step -> !channelsOf(step).isEmpty())
            .map(
                step ->
                    new ReminderStep(
                        approval.createdAt().plus(step.when().of(window)), channelsOf(step)))
            .toList();
    return new ReminderPlan(
        subject.hireId(), approval.id(), approval.createdAt(), approval.expiresAt(), all);
  }

  private List<String> channelsOf(Step step) {
    return step.escalated()
        ? Stream.concat(channels.stream(), escalation.stream()).toList()
        : channels;
  }
}
