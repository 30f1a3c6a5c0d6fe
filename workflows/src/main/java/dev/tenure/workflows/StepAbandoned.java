package dev.tenure.workflows;

/**
 * Unwinds a step that has become pointless: the contract ended, the hire closes, or the run
 * continues as new. The process decides from the state what comes next.
 */
final class StepAbandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepAbandoned() {
    super("the state of the hire has overtaken this step", null, false, false);
  }
}
