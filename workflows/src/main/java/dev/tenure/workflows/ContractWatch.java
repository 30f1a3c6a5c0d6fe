package dev.tenure.workflows;

import io.temporal.workflow.Workflow;

/**
 * Reads the contract once whenever the marketplace tells of another budget state, or of something
 * that people did in the app, whatever every step waits for.
 */
final class ContractWatch {
  private final HireParts hire;

  ContractWatch(HireParts hire) {
    this.hire = hire;
  }

  /** Returns when the hire is halted. */
  void run() {
    while (!hire.course().halted()) {
      try {
        hire.course().await(() -> hire.bells().budgetRang() || hire.bells().appRang());
        hire.contract().read();
      } catch (StepAbandoned overtaken) {
        Workflow.getLogger(ContractWatch.class).debug(overtaken.getMessage());
      }
    }
  }
}
