package dev.tenure.lifecycle.simulation;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was drawn, what struck, and what ended how, over many runs. */
final class Tally {
  private final long[] drawn = new long[Feature.values().length];
  private final long[] struck = new long[Feature.values().length];
  private final Map<String, Long> counts = new TreeMap<>();

  void drawn(Draw draw) {
    for (Feature feature : Feature.values()) {
      if (draw.has(feature)) {
        drawn[feature.ordinal()]++;
      }
    }
    if (draw.corner() != null) {
      count("corner " + draw.corner());
    }
  }

  void struck(Feature feature) {
    struck[feature.ordinal()]++;
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(Tally other) {
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] += other.drawn[i];
      struck[i] += other.struck[i];
    }
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  long runsWith(Feature feature) {
    return drawn[feature.ordinal()];
  }

  long timesStruck(Feature feature) {
    return struck[feature.ordinal()];
  }

  Map<String, Long> counts() {
    return counts;
  }
}
