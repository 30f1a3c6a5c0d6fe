package dev.tenure.workflows;

/** The names of the task queues. */
public final class TaskQueues {

  /** Workflows, and the activities that speak to the journal. */
  public static final String HIRES = "tenure";

  /** Reminders of pending approvals: apart, so that a slow receiver never holds up a hire. */
  public static final String REMINDERS = "tenure-reminders";

  private TaskQueues() {}

  /** Calls to the marketplace for one account, limited in rate for that account. */
  public static String marketplace(String account) {
    return "marketplace-" + account;
  }
}
