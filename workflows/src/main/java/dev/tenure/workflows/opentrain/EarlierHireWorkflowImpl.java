package dev.tenure.workflows.opentrain;

import io.temporal.failure.ApplicationFailure;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.WorkflowImplementationOptions;

/**
 * Ends a hire that an earlier process carried: its history means nothing to this one. The run ends
 * as failed, so that it is found and told as gone, instead of being tried for ever.
 */
public final class EarlierHireWorkflowImpl implements EarlierHireWorkflow {

  /** Failure type of a run that ends so. */
  public static final String TYPE_OF_FAILURE = "earlier_process";

  /** To be registered with: one that is in the middle of its history ends as well. */
  public static WorkflowImplementationOptions options() {
    return WorkflowImplementationOptions.newBuilder()
        .setFailWorkflowExceptionTypes(NonDeterministicException.class)
        .build();
  }

  @Override
  public void run() {
    throw ApplicationFailure.newNonRetryableFailure(
        "This hire was begun by an earlier process of Tenure, which this one cannot carry on."
            + " Nothing of it is lost on the marketplace: start the hire anew, and it takes up what"
            + " stands there.",
        TYPE_OF_FAILURE);
  }
}
