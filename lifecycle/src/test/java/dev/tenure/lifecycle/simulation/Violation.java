package dev.tenure.lifecycle.simulation;

import java.io.Serial;

/** An invariant does not hold. */
public final class Violation extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String invariant;

  public Violation(String invariant, String words) {
    super(words);
    this.invariant = invariant;
  }

  /** The name of the invariant, the same whatever the run. */
  public String invariant() {
    return invariant;
  }
}
