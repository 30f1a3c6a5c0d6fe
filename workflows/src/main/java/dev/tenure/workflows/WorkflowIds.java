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

  /** Of the first round of reminders of an approval. */
  public static String approvalReminder(String account, String approvalId) {
    return "approval-reminder-" + account + "-" + approvalId;
  }

  /**
   * Of any round.
   *
   * @param round from 1; the first has no number in its id
   */
  public static String approvalReminder(String account, String approvalId, int round) {
    String first = approvalReminder(account, approvalId);
    return round == 1 ? first : first + "-" + round;
  }
}
