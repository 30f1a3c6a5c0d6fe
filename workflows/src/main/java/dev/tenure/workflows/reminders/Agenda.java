package dev.tenure.workflows.reminders;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which reminders are still to come. */
final class Agenda {

  /** What is due now: the latest step, to everybody whom the missed ones should have reached. */
  record Due(int number, List<String> channels) {

    Due {
      channels = List.copyOf(channels);
    }
  }

  private final ReminderPlan plan;
  private int next;

  Agenda(ReminderPlan plan) {
    this.plan = plan;
  }

  /** Takes everything that is due off the agenda, as one. */
  Optional<Due> take(Instant now) {
    Set<String> channels = new LinkedHashSet<>();
    int before = next;
    while (!isEmpty() && !plan.steps().get(next).at().isAfter(now)) {
      channels.addAll(plan.steps().get(next).channels());
      next++;
    }
    return next == before ? Optional.empty() : Optional.of(new Due(next, List.copyOf(channels)));
  }

  boolean isEmpty() {
    return next == plan.steps().size();
  }

  /** When something is to be done again: the next reminder, or the end of the window. */
  Instant wake() {
    return isEmpty() ? plan.expiresAt() : plan.steps().get(next).at();
  }

  String words() {
    return isEmpty()
        ? "until the approval's time is up"
        : "until reminder %d of %d".formatted(next + 1, plan.steps().size());
  }
}
