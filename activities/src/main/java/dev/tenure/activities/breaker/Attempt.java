package dev.tenure.activities.breaker;

/**
 * One attempt of a marketplace activity.
 *
 * @param workflowId the hire's workflow
 * @param call the activity's type, e.g. {@code request-hire}
 * @param slow whether the hire is held by an incident already and asks on slowly
 */
public record Attempt(String workflowId, String call, boolean slow) {

  HeldCall heldCall() {
    return new HeldCall(workflowId, call);
  }

  /** A call of a hire, attempt after attempt. */
  record HeldCall(String workflowId, String call) {}
}
