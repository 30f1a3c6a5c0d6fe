package dev.tenure.workflows;

import io.temporal.workflow.Workflow;

/** Reads the contract once whenever the marketplace tells of another budget state. */
final class BudgetWatch {
  private final HireParts hire;

  BudgetWatch(HireParts hire) {
    this.hire = hire;
  }

  /** Returns when the hire is halted. */
  void run() {
    try {
      while (!hire.course().halted()) {
        hire.course().await(hire.bells()::budgetRang);
        hire.contract().read();
      }
    } catch (StepAbandoned halted) {
      Workflow.getLogger(BudgetWatch.class).debug(halted.getMessage());
    }
  }
}
