package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.Simulation.Mode;
import dev.tenure.lifecycle.simulation.Simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The command line of {@code lifecycle/simulate}. */
public final class SimulationMain {
  private static final int MOST_FAILURES = 10;
  private static final long CHUNK = 64;

  private SimulationMain() {}

  /**
   * What is asked for.
   *
   * @param seed replays this one alone, with its trace
   */
  private record Options(
      long seeds, long from, @Nullable Long seed, List<Mode> modes, int threads, boolean shrinks) {

    static Options of(String[] args) {
      long seeds = 10_000;
      long from = 1;
      Long seed = null;
      List<Mode> modes = List.of(Mode.values());
      int threads = Runtime.getRuntime().availableProcessors();
      boolean shrinks = true;
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--no-shrink")) {
          shrinks = false;
          continue;
        }
        if (i + 1 == args.length) {
          throw new IllegalArgumentException(args[i] + " wants a value, or is not known");
        }
        String value = args[++i];
        switch (args[i - 1]) {
          case "--seeds" -> seeds = Long.parseLong(value);
          case "--from" -> from = Long.parseLong(value);
          case "--seed" -> seed = Long.valueOf(value);
          case "--threads" -> threads = Integer.parseInt(value);
          case "--mode" ->
              modes =
                  value.equals("both")
                      ? List.of(Mode.values())
                      : List.of(Mode.valueOf(value.toUpperCase(Locale.ROOT)));
          default -> throw new IllegalArgumentException(args[i - 1] + " is not known");
        }
      }
      return new Options(seeds, from, seed, modes, threads, shrinks);
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Options options;
    try {
      options = Options.of(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println(
          "simulate [--seeds N] [--from S] [--seed X] [--mode safety|liveness|both]"
              + " [--threads K] [--no-shrink]");
      System.exit(2);
      return;
    }
    System.exit(options.seed() == null ? runAll(options) : replay(options, options.seed()));
  }

  private static int replay(Options options, long seed) {
    int failed = 0;
    for (Mode mode : options.modes()) {
      System.out.println("seed " + seed + ", " + mode.wire());
      Trace trace = Trace.kept();
      Outcome outcome =
          Simulation.run(seed, mode, Rules.PRODUCT, Restriction.NONE, trace, new Tally());
      if (!outcome.clean() && options.shrinks()) {
        failed++;
        Report.failure(outcome, Rules.PRODUCT, System.out);
      } else {
        trace.lines().forEach(System.out::println);
        System.out.println(outcome.clean() ? "clean" : "NOT CLEAN");
        failed += outcome.clean() ? 0 : 1;
      }
    }
    return failed == 0 ? 0 : 1;
  }

  private static int runAll(Options options) throws InterruptedException {
    long last = options.from() + options.seeds() - 1;
    System.out.printf(
        "seeds %d to %d, %s, %d thread%s%n",
        options.from(),
        last,
        options.modes().stream().map(Mode::wire).reduce((a, b) -> a + " and " + b).orElseThrow(),
        options.threads(),
        options.threads() == 1 ? "" : "s");
    long begun = System.nanoTime();
    AtomicLong next = new AtomicLong(options.from());
    Results results = new Results();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < options.threads(); i++) {
      Thread thread = new Thread(() -> work(options, next, last, results));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Report.summary(results, seconds, options.threads(), System.out);
    for (Outcome failure : results.worst()) {
      if (options.shrinks()) {
        Report.failure(failure, Rules.PRODUCT, System.out);
      }
    }
    return results.failures() == 0 ? 0 : 1;
  }

  private static void work(Options options, AtomicLong next, long last, Results results) {
    Tally tally = new Tally();
    List<Outcome> done = new ArrayList<>();
    for (long from = next.getAndAdd(CHUNK); from <= last; from = next.getAndAdd(CHUNK)) {
      for (long seed = from; seed < from + CHUNK && seed <= last; seed++) {
        for (Mode mode : options.modes()) {
          done.add(
              Simulation.run(seed, mode, Rules.PRODUCT, Restriction.NONE, Trace.none(), tally));
        }
      }
      results.add(done);
      done.clear();
    }
    results.add(tally);
  }

  /** What all threads have found. */
  static final class Results {
    private final Tally tally = new Tally();
    private final Map<String, List<Outcome>> failures = new TreeMap<>();
    private final List<Integer> calls = new ArrayList<>();
    private long runs;
    private long steps;

    synchronized void add(List<Outcome> outcomes) {
      for (Outcome outcome : outcomes) {
        runs++;
        steps += outcome.steps();
        calls.add(outcome.calls());
        if (outcome.violation() != null) {
          failures
              .computeIfAbsent(outcome.violation().invariant(), name -> new ArrayList<>())
              .add(outcome);
        }
      }
    }

    synchronized void add(Tally other) {
      tally.add(other);
    }

    Tally tally() {
      return tally;
    }

    long runs() {
      return runs;
    }

    long steps() {
      return steps;
    }

    List<Integer> calls() {
      return calls;
    }

    long failures() {
      return failures.values().stream().mapToLong(List::size).sum();
    }

    Map<String, List<Outcome>> byInvariant() {
      return failures;
    }

    /** Of each invariant the first ones. */
    List<Outcome> worst() {
      return failures.values().stream()
          .flatMap(all -> all.stream().limit(2))
          .limit(MOST_FAILURES)
          .toList();
    }
  }
}
