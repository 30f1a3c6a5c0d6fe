package dev.tenure.workflows.seeds;

import java.io.Serial;

/** An invariant that does not hold. */
final class Broken extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Broken(String invariant, String words) {
    super(invariant + ": " + words);
  }

  static void unless(boolean holds, String invariant, String words) {
    if (!holds) {
      throw new Broken(invariant, words);
    }
  }
}
