package dev.tenure.workflows.seeds;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The command line of {@code workflows/seeds}. */
public final class SeedsMain {

  private SeedsMain() {}

  public static void main(String[] args) {
    long seeds = 200;
    long from = 1;
    for (int i = 0; i < args.length; i += 2) {
      String value = i + 1 < args.length ? args[i + 1] : "";
      switch (args[i]) {
        case "--seeds" -> seeds = Long.parseLong(value);
        case "--from" -> from = Long.parseLong(value);
        case "--seed" -> {
          from = Long.parseLong(value);
          seeds = 1;
        }
        default -> {
          System.err.println("seeds [--seeds N] [--from S] [--seed X]");
          System.exit(2);
        }
      }
    }
    System.exit(runAll(from, seeds) ? 0 : 1);
  }

  private static boolean runAll(long from, long seeds) {
    Map<String, Integer> ends = new TreeMap<>();
    Map<String, Integer> struck = new TreeMap<>();
    Map<Outcome.Kind, Integer> kinds = new TreeMap<>();
    long begin = System.nanoTime();
    long runs = 0;
    long slowest = 0;
    for (long seed = from; seed < from + seeds; seed++) {
      Outcome outcome = Seed.run(seed);
      kinds.merge(outcome.kind(), 1, Integer::sum);
      outcome.struck().forEach(what -> struck.merge(what, 1, Integer::sum));
      runs += outcome.runs();
      slowest = Math.max(slowest, outcome.millis());
      if (outcome.kind() == Outcome.Kind.GOOD) {
        ends.merge(outcome.words(), 1, Integer::sum);
      } else {
        System.out.println(outcome.kind() + " " + outcome.told());
      }
      if (seeds == 1) {
        System.out.println(outcome.told());
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d seeds from %d in %.0f s, %.2f seeds/s, %d runs of the workflow, slowest seed %d ms%n",
        seeds,
        from,
        seconds,
        seeds / seconds,
        runs,
        slowest);
    ends.forEach((end, count) -> System.out.printf("%6d %s%n", count, end));
    System.out.println("seeds that met:");
    struck.forEach((what, count) -> System.out.printf("%6d %s%n", count, what));
    int broken = kinds.getOrDefault(Outcome.Kind.BROKEN, 0);
    int late = kinds.getOrDefault(Outcome.Kind.LATE, 0);
    int inconclusive = kinds.getOrDefault(Outcome.Kind.INCONCLUSIVE, 0);
    System.out.printf("%d broken, %d late, %d inconclusive%n", broken, late, inconclusive);
    return broken + late == 0;
  }
}
