package dev.tenure.workflows.reminders;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/**
 * Sends each reminder when it is due. One that is late, because no worker was there, is sent once
 * for all that were missed; one that cannot be delivered is tried until the next takes its place,
 * and the last one until the approval's time is up.
 */
public final class ApprovalReminderWorkflowImpl implements ApprovalReminderWorkflow {

  private boolean decided;

  @Override
  public void remind(ReminderPlan plan) {
    Agenda agenda = new Agenda(plan);
    Deliveries deliveries = new Deliveries(plan);
    while (now().isBefore(plan.expiresAt()) && !over(deliveries)) {
      agenda.take(now()).ifPresent(deliveries::begin);
      if (agenda.isEmpty() && deliveries.settled()) {
        return;
      }
      rest(agenda, deliveries);
    }
    deliveries.stop();
  }

  /** Until the next reminder or the end of the window, unless there is nothing left to wait for. */
  private void rest(Agenda agenda, Deliveries deliveries) {
    Alarm alarm = Alarm.set(Duration.between(now(), agenda.wake()), agenda.words());
    Workflow.await(
        () -> alarm.rang() || over(deliveries) || (agenda.isEmpty() && deliveries.settled()));
    alarm.turnOff();
  }

  private boolean over(Deliveries deliveries) {
    return decided || deliveries.foundDecided();
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  @Override
  public void decided() {
    decided = true;
  }
}
