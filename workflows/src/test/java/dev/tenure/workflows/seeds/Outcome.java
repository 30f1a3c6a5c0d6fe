package dev.tenure.workflows.seeds;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a seed has ended.
 *
 * @param words what ended how, or which invariant is broken
 * @param runs of the workflow
 * @param struck faults and deeds that it met
 * @param events of the hire, in order
 */
record Outcome(
    long seed,
    Kind kind,
    String words,
    int runs,
    long days,
    long millis,
    Set<String> struck,
    List<String> events) {

  /** Whether something is proven. */
  enum Kind {
    GOOD,
    BROKEN,
    /** Not over within its bound of real time: it hangs, or the test server does. */
    LATE,
    /** The test server itself was stuck. */
    INCONCLUSIVE
  }

  /** For people, with everything that a failure needs. */
  String told() {
    return "seed %d: %s%n  %d runs, %d days, %d ms; %s%n%s"
        .formatted(
            seed,
            words,
            runs,
            days,
            millis,
            String.join(", ", struck),
            events.stream().map(e -> "  " + e + "\n").collect(Collectors.joining()));
  }
}
