package dev.tenure.workflows;

import io.temporal.workflow.Workflow;

/**
 * Reads the contract once whenever the marketplace tells of another budget state, or of something
 * that people did in the app, whatever every step waits for.
 */
final class ContractWatch {
  private final HireParts hire;
  private boolean termsHold;

  ContractWatch(HireParts hire) {
    this.hire = hire;
  }

  /** Until then a budget state is nobody's business: there is only the hire itself. */
  void termsHold() {
    termsHold = true;
  }

  /** Returns when the hire is halted. */
  void run() {
    while (!hire.course().halted()) {
      try {
        hire.course().await(this::rang);
        hire.contract().read();
      } catch (StepAbandoned overtaken) {
        Workflow.getLogger(ContractWatch.class).debug(overtaken.getMessage());
      }
    }
  }

  private boolean rang() {
    return hire.bells().appRang() || (termsHold && hire.bells().budgetRang());
  }
}
