package dev.tenure.workflows.seeds;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a seed has ended.
 *
 * @param words what ended how, or which invariant is broken
 * @param runs of the workflow
 * @param events of the hire, in order
 */
record Outcome(
    long seed, Kind kind, String words, int runs, long days, long millis, List<String> events) {

  /** Whether something is proven. */
  enum Kind {
    GOOD,
    BROKEN,
    /** The test server itself was stuck. */
    INCONCLUSIVE
  }

  /** For people, with everything that a failure needs. */
  String told() {
    return "seed %d: %s%n%s"
        .formatted(
            seed, words, events.stream().map(e -> "  " + e + "\n").collect(Collectors.joining()));
  }
}
