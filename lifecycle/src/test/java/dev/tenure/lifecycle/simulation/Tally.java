package dev.tenure.lifecycle.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was drawn, what struck, and what ended how, over many runs. */
final class Tally {
  private final Map<Feature, Long> drawn = new EnumMap<>(Feature.class);
  private final Map<Feature, Long> struck = new EnumMap<>(Feature.class);
  private final Map<String, Long> counts = new TreeMap<>();

  void drawn(Draw draw) {
    for (Feature feature : Feature.values()) {
      if (draw.has(feature)) {
        drawn.merge(feature, 1L, Long::sum);
      }
    }
    if (draw.corner() != null) {
      count("corner " + draw.corner());
    }
  }

  void struck(Feature feature) {
    struck.merge(feature, 1L, Long::sum);
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void add(Tally other) {
    other.drawn.forEach((what, count) -> drawn.merge(what, count, Long::sum));
    other.struck.forEach((what, count) -> struck.merge(what, count, Long::sum));
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  long runsWith(Feature feature) {
    return drawn.getOrDefault(feature, 0L);
  }

  long timesStruck(Feature feature) {
    return struck.getOrDefault(feature, 0L);
  }

  Map<String, Long> counts() {
    return counts;
  }
}
