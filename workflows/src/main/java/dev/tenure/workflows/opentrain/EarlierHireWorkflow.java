package dev.tenure.workflows.opentrain;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** The type of the hires that an earlier process carried; none is started any more. */
@WorkflowInterface
public interface EarlierHireWorkflow {

  String TYPE = "Hire";

  @WorkflowMethod(name = TYPE)
  void run();
}
