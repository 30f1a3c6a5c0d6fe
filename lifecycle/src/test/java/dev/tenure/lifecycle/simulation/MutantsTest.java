package dev.tenure.lifecycle.simulation;

import static org.junit.jupiter.api.Assertions.fail;

import dev.tenure.lifecycle.simulation.Simulation.Mode;
import dev.tenure.lifecycle.simulation.Simulation.Outcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The simulation notices each rule that is broken. */
final class MutantsTest {
  private static final long FURTHEST = 100_000;

  @TestFactory
  Stream<DynamicTest> isNoticed() {
    return Mutants.all().stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> notice(mutant)));
  }

  private static void notice(Mutant mutant) {
    int runs = 0;
    for (long seed = 1; seed < FURTHEST && runs < mutant.budget(); seed++) {
      if (!mutant.where().test(new Draw(seed, Restriction.NONE))) {
        continue;
      }
      for (Mode mode : Mode.values()) {
        runs++;
        if (!Simulation.run(seed, mode, mutant.rules()).clean()
            && Simulation.run(seed, mode, Rules.PRODUCT).clean()) {
          return;
        }
      }
    }
    fail(mutant.name() + ": nobody noticed in " + runs + " runs");
  }

  /** How many runs notice each; for whoever tunes the world. */
  public static void main(String[] args) {
    int budget = args.length == 0 ? 200 : Integer.parseInt(args[0]);
    for (Mutant mutant : Mutants.all()) {
      int runs = 0;
      int first = 0;
      Map<String, Integer> found = new TreeMap<>();
      long begun = System.nanoTime();
      for (long seed = 1; seed < FURTHEST && runs < budget; seed++) {
        if (mutant.where().test(new Draw(seed, Restriction.NONE))) {
          for (Mode mode : Mode.values()) {
            runs++;
            Outcome outcome = Simulation.run(seed, mode, mutant.rules());
            if (outcome.violation() != null) {
              first = first == 0 ? runs : first;
              found.merge(outcome.violation().invariant(), 1, Integer::sum);
            }
          }
        }
      }
      System.out.printf(
          "%-48s %4d of %d runs, the first was run %d: %s (%.1f s)%n",
          mutant.name(),
          found.values().stream().mapToInt(Integer::intValue).sum(),
          runs,
          first,
          found,
          (System.nanoTime() - begun) / 1e9);
    }
  }
}
