package dev.tenure.workflows;

import dev.tenure.model.Bells;
import dev.tenure.model.RecordBatch;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One hire, from the request to the ended contract. Workflow id: {@code hire-{hireId}}. */
@WorkflowInterface
public interface HireWorkflow {

  @WorkflowMethod(name = "Hire")
  void run(HireInput input);

  /** Asks for the release of a funded milestone, delivered or not. */
  @UpdateMethod(name = "release", description = "Ask for the release of a funded milestone")
  RecordBatch release(MilestoneCommand command);

  @UpdateValidatorMethod(updateName = "release")
  void checkRelease(MilestoneCommand command);

  /** Ends the contract, whatever its milestones are doing. */
  @UpdateMethod(name = "end", description = "End the contract")
  RecordBatch end();

  @UpdateValidatorMethod(updateName = "end")
  void checkEnd();

  /** Answers an open incident. */
  @UpdateMethod(name = "resolve", description = "Answer an open incident")
  RecordBatch resolve(ResolveCommand command);

  @UpdateValidatorMethod(updateName = "resolve")
  void checkResolve(ResolveCommand command);

  /** Tells the hire that something of its own changed on the marketplace. */
  @SignalMethod(name = "ring", description = "Something changed on the marketplace")
  void ring(Bells bells);

  /** The hire with all its documents, as of now. */
  @QueryMethod(name = "hire", description = "The hire with all its documents")
  RecordBatch hire();
}
