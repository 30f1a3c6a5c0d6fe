package dev.tenure.workflows.reminders;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Reminds people of one pending approval until it is decided or its time is up. Workflow id: {@code
 * approval-reminder-{account}-{approvalId}}, from the second round on followed by its number.
 * Cancelling it stops the reminders of this approval and nothing else.
 */
@WorkflowInterface
public interface ApprovalReminderWorkflow {

  @WorkflowMethod(name = "ApprovalReminder")
  void remind(ReminderPlan plan);

  /** The approval is no longer pending: nothing more is to be sent. */
  @SignalMethod(name = "decided", description = "The approval is decided; stop reminding")
  void decided();
}
