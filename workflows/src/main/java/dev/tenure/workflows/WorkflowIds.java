package dev.tenure.workflows;

/** The ids of the workflows. */
public final class WorkflowIds {

  private WorkflowIds() {}

  public static String hire(String hireId) {
    return "hire-" + hireId;
  }

  public static String updatesFeed(String account) {
    return "updates-feed-" + account;
  }

  public static String ledger(String account) {
    return "ledger-" + account;
  }

  public static String approvalReminder(String account, String approvalId) {
    return "approval-reminder-" + account + "-" + approvalId;
  }
}
