package dev.tenure.workflows.opentrain;

import io.temporal.workflow.Workflow;

/** Makes real hires that hand over early, for tests outside of this package. */
public final class HandingOver {

  private HandingOver() {}

  /** A hire whose every run hands over as soon as its history has so many events. */
  public static HireWorkflow after(int events, HireInput input) {
    return new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= events);
  }
}
