package dev.tenure.activities.notify;

import dev.tenure.journal.reminder.ReminderSubject;
import dev.tenure.journal.reminder.Reminders;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.reminders.ApprovalReminderWorkflow;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.util.List;

/**
 * Brings reminders in line with the journal: each pending approval gets its workflow, each decided
 * one has it called off. What was done is marked in the journal afterwards, so that a crash repeats
 * a step, which changes nothing, and skips none.
 */
public final class ReminderRounds {

  private static final int AT_A_TIME = 100;

  private final Reminders journal;
  private final WorkflowClient client;
  private final ReminderPolicy policy;

  public ReminderRounds(Reminders journal, WorkflowClient client, ReminderPolicy policy) {
    this.journal = journal;
    this.client = client;
    this.policy = policy;
  }

  /**
   * One round; throws what the journal or Temporal throws while it is away. A step that fails
   * otherwise keeps back no other one, and its failure is thrown at the end of the round.
   *
   * @return whether there may be more to do at once
   */
  public boolean next() {
    Steps steps = new Steps();
    List<ReminderSubject> decided = journal.toCallOff(AT_A_TIME);
    decided.forEach(subject -> steps.take(() -> callOff(subject)));
    List<ReminderSubject> pending = policy.active() ? journal.toBegin(AT_A_TIME) : List.of();
    pending.forEach(subject -> steps.take(() -> begin(subject)));
    steps.throwIfAnyFailed();
    return decided.size() == AT_A_TIME || pending.size() == AT_A_TIME;
  }

  private void begin(ReminderSubject subject) {
    try {
      ApprovalReminderWorkflow workflow =
          client.newWorkflowStub(ApprovalReminderWorkflow.class, options(subject));
      WorkflowClient.start(workflow::remind, policy.planFor(subject));
    } catch (WorkflowExecutionAlreadyStarted begunBefore) {
      // By a round whose mark was lost, or by another worker: what counts is that it was begun.
    }
    journal.begun(subject);
  }

  private void callOff(ReminderSubject subject) {
    try {
      client.newWorkflowStub(ApprovalReminderWorkflow.class, id(subject)).decided();
    } catch (WorkflowNotFoundException over) {
      // It found out by itself, or its time was up.
    }
    journal.calledOff(subject);
  }

  private static WorkflowOptions options(ReminderSubject subject) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(id(subject))
        .setTaskQueue(TaskQueues.REMINDERS)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
        .setStaticSummary(
            "Reminders of approval %s of hire %s, until %s"
                .formatted(
                    subject.approval().id(), subject.hireId(), subject.approval().expiresAt()))
        .build();
  }

  private static String id(ReminderSubject subject) {
    return WorkflowIds.approvalReminder(
        subject.account(), subject.approval().id(), subject.round());
  }
}
