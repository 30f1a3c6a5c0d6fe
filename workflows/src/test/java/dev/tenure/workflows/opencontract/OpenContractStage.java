package dev.tenure.workflows.opencontract;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.opentrain.HireStage;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A hire on a fake OpenContract. */
final class OpenContractStage extends HireStage {
  private static final int MOST_TRIES = 50;
  static final CommandContext LEAD = new CommandContext(null, "lead");

  final FakeOpenContract market = new FakeOpenContract(env, HIRE);

  OpenContractStage() {
    this(OpenContractHireWorkflowImpl::new);
  }

  /** A stage whose hires are made by other means, e.g. to hand over early. */
  OpenContractStage(Function<OpenContractHireInput, OpenContractHireWorkflow> hires) {
    work(
        OpenContractHireWorkflow.class,
        payloads -> hires.apply(payloads.get(0, OpenContractHireInput.class)),
        market);
  }

  OpenContractHireWorkflow start(HirePlan plan) {
    OpenContractHireWorkflow hire =
        env.getWorkflowClient().newWorkflowStub(OpenContractHireWorkflow.class, options());
    WorkflowClient.start(
        hire::run, OpenContractHireInput.start(HIRE, 1, plan, clock(), "requester"));
    return hire;
  }

  /** Waits for a pending approval, as the inbox would show it. */
  ApprovalDocument awaitApproval(ApprovalKind kind, String milestone) {
    until(() -> pending(kind, milestone).isPresent());
    return pending(kind, milestone).orElseThrow();
  }

  private Optional<ApprovalDocument> pending(ApprovalKind kind, String milestone) {
    return journal.approvals.values().stream()
        .filter(a -> a.pending() && a.kind() == kind && milestone.equals(a.milestone()))
        .findFirst();
  }

  RecordBatch confirm(ApprovalKind kind, String milestone) {
    return decide(awaitApproval(kind, milestone), true);
  }

  RecordBatch decline(ApprovalKind kind, String milestone) {
    return decide(awaitApproval(kind, milestone), false);
  }

  /**
   * The journal shows an approval a moment before the task that asked for it is committed. Where
   * that task is made anew, as after a hand-over that news overtook, a decision can come before it.
   */
  private RecordBatch decide(ApprovalDocument approval, boolean yes) {
    for (int attempt = 1; ; attempt++) {
      try {
        return command("decide-approval", "decide-" + approval.id(), decision(approval, yes), LEAD);
      } catch (WorkflowUpdateException early) {
        if (attempt == MOST_TRIES || !unknown(early)) {
          throw early;
        }
      }
    }
  }

  private static boolean unknown(WorkflowUpdateException refused) {
    return refused.getCause() instanceof ApplicationFailure failure
        && Refusal.UNKNOWN_SUBJECT.equals(failure.getDetails().get(Refusal.class).code());
  }

  static DecideApprovalCommand decision(ApprovalDocument approval, boolean yes) {
    return new DecideApprovalCommand(
        approval.id(), yes, Objects.requireNonNull(approval.termsDigest()), null);
  }
}
