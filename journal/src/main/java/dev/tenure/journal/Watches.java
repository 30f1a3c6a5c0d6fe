package dev.tenure.journal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who wants to hear of which hire. */
final class Watches {

  private static final String ALL = "";

  private final Map<String, Set<Watch>> byHire = new ConcurrentHashMap<>();

  Watch begin(String hireId) {
    var watch = new Watch(this, hireId);
    byHire.compute(
        hireId,
        (id, there) -> {
          Set<Watch> now = there == null ? ConcurrentHashMap.newKeySet() : there;
          now.add(watch);
          return now;
        });
    return watch;
  }

  Watch beginAll() {
    return begin(ALL);
  }

  void end(Watch watch) {
    byHire.computeIfPresent(
        watch.hireId(),
        (id, there) -> {
          there.remove(watch);
          return there.isEmpty() ? null : there;
        });
  }

  void ring(String hireId) {
    byHire.getOrDefault(hireId, Set.of()).forEach(Watch::ring);
    byHire.getOrDefault(ALL, Set.of()).forEach(Watch::ring);
  }

  void ringAll() {
    byHire.values().forEach(watches -> watches.forEach(Watch::ring));
  }
}
