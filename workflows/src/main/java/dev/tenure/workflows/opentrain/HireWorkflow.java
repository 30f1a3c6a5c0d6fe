package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.workflows.hire.HireCommands;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One hire on OpenTrain, from the request to the ended contract: {@code hire-{hireId}}. */
@WorkflowInterface
public interface HireWorkflow extends HireCommands {

  /** The name of the workflow type; {@code Hire} was that of an earlier process. */
  String TYPE = "HireLifecycle";

  @WorkflowMethod(name = TYPE)
  void run(HireInput input);

  /** Everything that the hire remembers, for a run that takes it up again. */
  @QueryMethod(name = "state", description = "Everything that the hire remembers")
  OpenTrainHire state();
}
