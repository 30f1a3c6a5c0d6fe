package dev.tenure.lifecycle.simulation.opencontract;

import dev.tenure.lifecycle.simulation.Trace;
import dev.tenure.lifecycle.simulation.Violation;
import java.util.Map;
import java.util.TreeMap;

/** Many seeds of OpenContract in one thread: the first seed and how many, or one with its trace. */
public final class OpenContractSimulationMain {
  private static final int MOST_TOLD = 5;

  private OpenContractSimulationMain() {}

  public static void main(String[] args) {
    long first = Long.parseLong(args[0]);
    if (args.length == 1) {
      Trace trace = Trace.kept();
      Violation found = OpenContractWorld.run(first, OpenContractRules.PRODUCT, trace);
      trace.lines().forEach(System.out::println);
      System.out.println(found == null ? "clean" : found.invariant() + ": " + found.getMessage());
      if (found != null && found.getCause() != null) {
        found.getCause().printStackTrace(System.out);
      }
      System.exit(found == null ? 0 : 1);
    }
    long count = Long.parseLong(args[1]);
    long begun = System.nanoTime();
    Map<String, Integer> failures = new TreeMap<>();
    for (long seed = first; seed < first + count; seed++) {
      Violation found = OpenContractWorld.run(seed, OpenContractRules.PRODUCT, Trace.none());
      if (found != null && failures.merge(found.invariant(), 1, Integer::sum) <= MOST_TOLD) {
        System.out.println("seed " + seed + ": " + found.invariant() + ": " + found.getMessage());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "seeds %d to %d in %.1f s (%.0f a second): %s%n",
        first,
        first + count - 1,
        seconds,
        count / seconds,
        failures.isEmpty() ? "clean" : failures);
    System.exit(failures.isEmpty() ? 0 : 1);
  }
}
