package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.Simulation.Outcome;
import java.util.Objects;

/** Makes a failing run small: takes away what it does not need to fail by the same invariant. */
final class Shrinker {
  private Shrinker() {}

  /** The smallest run found, with its trace. */
  static Outcome shrink(Outcome failed, Rules rules) {
    Restriction smallest = failed.restriction();
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Feature feature : Feature.values()) {
        if (new Draw(failed.seed(), smallest).has(feature)
            && fails(failed, rules, smallest.and(feature))) {
          smallest = smallest.and(feature);
          smaller = true;
        }
      }
      while (smallest.milestones() > 1
          && fails(failed, rules, smallest.atMost(smallest.milestones() - 1))) {
        smallest = smallest.atMost(smallest.milestones() - 1);
        smaller = true;
      }
    }
    return Simulation.run(failed.seed(), failed.mode(), rules, smallest, Trace.kept(), new Tally());
  }

  private static boolean fails(Outcome failed, Rules rules, Restriction restriction) {
    Outcome other =
        Simulation.run(failed.seed(), failed.mode(), rules, restriction, Trace.none(), new Tally());
    return other.violation() != null
        && other
            .violation()
            .invariant()
            .equals(Objects.requireNonNull(failed.violation()).invariant());
  }
}
