package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.Simulation.Outcome;
import dev.tenure.lifecycle.simulation.SimulationMain.Results;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tells of runs and failures in plain words. */
final class Report {
  private static final int BEGINNING = 30;
  private static final int END = 170;

  private Report() {}

  static void summary(Results results, double seconds, int threads, PrintStream out) {
    out.printf(
        "%d runs in %.1f s: %.0f runs/s, %.0f a thread; %d steps%n",
        results.runs(),
        seconds,
        results.runs() / seconds,
        results.runs() / seconds / threads,
        results.steps());
    List<Integer> calls = results.calls();
    Collections.sort(calls);
    if (!calls.isEmpty()) {
      out.printf(
          "calls a run: mean %.0f, median %d, 90 %% %d, 99 %% %d, most %d%n",
          calls.stream().mapToInt(Integer::intValue).average().orElse(0),
          calls.get(calls.size() / 2),
          calls.get(calls.size() * 9 / 10),
          calls.get(calls.size() * 99 / 100),
          calls.getLast());
    }
    Tally tally = results.tally();
    out.println("drawn, in runs, and struck, in times:");
    for (Feature feature : Feature.values()) {
      out.printf(
          "  %-22s %8d %9s  %s%n",
          feature.name().toLowerCase(Locale.ROOT),
          tally.runsWith(feature),
          tally.timesStruck(feature) == 0 ? "" : String.valueOf(tally.timesStruck(feature)),
          feature.words);
    }
    out.println("what came of it:");
    tally.counts().forEach((what, count) -> out.printf("  %-40s %9d%n", what, count));
    if (results.failures() == 0) {
      out.println("all clean");
    } else {
      out.printf("%d NOT CLEAN:%n", results.failures());
      results
          .byInvariant()
          .forEach(
              (invariant, all) ->
                  out.printf(
                      "  %-32s %6d  e.g. %s%n",
                      invariant,
                      all.size(),
                      all.stream()
                          .limit(5)
                          .map(o -> o.seed() + " " + o.mode().wire())
                          .collect(Collectors.joining(", "))));
    }
  }

  /** A failing run, shrunk, step by step. */
  static void failure(Outcome failed, Rules rules, PrintStream out) {
    Outcome small = Shrinker.shrink(failed, rules);
    Violation violation = Objects.requireNonNull(small.violation());
    out.printf(
        "%nseed %d, %s: %s%n  %s%n",
        failed.seed(),
        failed.mode().wire(),
        violation.invariant(),
        Objects.requireNonNull(failed.violation()).getMessage());
    tell(small.trace(), out);
    Draw draw = new Draw(small.seed(), small.restriction());
    out.println("  with, at the least:");
    for (Feature feature : Feature.values()) {
      if (draw.has(feature)) {
        out.printf("    %s (%.2f)%n", feature.words, draw.rate(feature));
      }
    }
    if (violation.getCause() != null) {
      violation.getCause().printStackTrace(out);
    }
    out.printf(
        "replay: lifecycle/simulate --seed %d --mode %s%n", failed.seed(), failed.mode().wire());
  }

  private static void tell(List<String> trace, PrintStream out) {
    int size = trace.size();
    for (int i = 0; i < size; i++) {
      if (i < BEGINNING || i >= size - END) {
        out.println("  " + trace.get(i));
      } else if (i == BEGINNING) {
        out.printf("  … %d lines …%n", size - BEGINNING - END);
      }
    }
  }
}
