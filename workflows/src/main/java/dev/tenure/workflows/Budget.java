package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.MoneyTotals;
import io.temporal.workflow.Workflow;

/** Keeps a hire under its cap: the worst case, fees included, is checked before each step. */
final class Budget {
  private final HireParts hire;

  Budget(HireParts hire) {
    this.hire = hire;
  }

  /**
   * The same before it is asked again, or late: what fitted at first may not fit any more. Runs of
   * an earlier age asked once more without a look.
   */
  void checkAgain(String milestone) {
    if (exceeded(totals())
        && Workflow.getVersion("budget before each ask", Workflow.DEFAULT_VERSION, 1)
            != Workflow.DEFAULT_VERSION) {
      check(milestone);
    }
  }

  /** Holds while the hire could cost more than its cap. */
  void check(String milestone) {
    for (MoneyTotals totals = totals(); exceeded(totals); totals = totals()) {
      hire.holding()
          .hold(
              "budget for " + milestone,
              IncidentCause.BUDGET_EXCEEDED,
              ("With milestone %s the hire could cost %s, above its cap of %s."
                      + " Retry reads the contract again and goes on if it fits by then; skip drops the milestone.")
                  .formatted(milestone, totals.worstCase(), totals.cap()),
              milestone);
      hire.contract().read();
    }
  }

  private MoneyTotals totals() {
    return hire.book().totals();
  }

  static boolean exceeded(MoneyTotals totals) {
    return totals.cap() != null && totals.worstCase().compareTo(totals.cap()) > 0;
  }
}
