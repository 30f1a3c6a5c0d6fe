package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.call.OpenContractObservation;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.HireLoop;
import dev.tenure.workflows.hire.HireUpdates;
import dev.tenure.workflows.hire.MilestoneCommand;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A hire on OpenContract: the loop under OpenContract's rules. */
public final class OpenContractHireWorkflowImpl extends HireUpdates
    implements OpenContractHireWorkflow {
  private final OpenContractHire hire;
  private final HireLoop<OpenContractCall, OpenContractObservation, OpenContractSnapshot> loop;

  @WorkflowInit
  public OpenContractHireWorkflowImpl(OpenContractHireInput input) {
    this(input, HireLoop::historyIsLong);
  }

  /**
   * A hire with a rule of its own for the hand-over.
   *
   * @param full whether the history of this run is long enough
   */
  OpenContractHireWorkflowImpl(OpenContractHireInput input, BooleanSupplier full) {
    hire = input.hire();
    loop =
        new HireLoop<>(
            new OpenContractLifecycle(hire),
            input.carried() == null
                ? OpenContractSnapshot.nothingOf(hire)
                : OpenContractSnapshot.of(hire),
            new OpenContractCallActivities(),
            full);
  }

  @Override
  public void run(OpenContractHireInput input) {
    loop.run(() -> Workflow.continueAsNew(OpenContractHireInput.carrying(hire)));
  }

  @Override
  protected HireLoop<?, ?, ?> loop() {
    return loop;
  }

  @Override
  public RecordBatch decideApproval(
      DecideApprovalCommand command, @Nullable CommandContext context) {
    return loop.command(decision(command), context);
  }

  @Override
  public void checkDecideApproval(DecideApprovalCommand command, @Nullable CommandContext context) {
    loop.check(decision(command), context);
  }

  private static Command decision(DecideApprovalCommand command) {
    return new Command.DecideApproval(
        command.approvalId(), command.confirm(), command.termsDigest(), command.reason());
  }

  @Override
  public RecordBatch dispute(MilestoneCommand command, @Nullable CommandContext context) {
    return loop.command(new Command.Dispute(command.milestone()), context);
  }

  @Override
  public void checkDispute(MilestoneCommand command, @Nullable CommandContext context) {
    loop.check(new Command.Dispute(command.milestone()), context);
  }

  @Override
  public OpenContractHire state() {
    return hire;
  }
}
