package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.HireCommands;
import dev.tenure.workflows.hire.MilestoneCommand;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** One hire on OpenContract, from the request to its last settlement: {@code hire-{hireId}}. */
@WorkflowInterface
public interface OpenContractHireWorkflow extends HireCommands {

  /** The name of the workflow type. */
  String TYPE = "OpenContractHire";

  @WorkflowMethod(name = TYPE)
  void run(OpenContractHireInput input);

  /** Confirms or declines an approval, on the terms that the person saw. */
  @UpdateMethod(name = "decide-approval", description = "Confirm or decline an approval")
  RecordBatch decideApproval(DecideApprovalCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "decide-approval")
  void checkDecideApproval(DecideApprovalCommand command, @Nullable CommandContext context);

  /** Asks for the dispute of a delivery that is under review. */
  @UpdateMethod(name = "dispute", description = "Ask for the dispute of a delivery")
  RecordBatch dispute(MilestoneCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "dispute")
  void checkDispute(MilestoneCommand command, @Nullable CommandContext context);

  /** Everything that the hire remembers, for a run that takes it up again. */
  @QueryMethod(name = "state", description = "Everything that the hire remembers")
  OpenContractHire state();
}
