package dev.tenure.journal.feed;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who wants to hear of which hire. */
final class ChangeSubscriptions {

  private static final String ALL = "";

  private final Map<String, Set<ChangeSubscription>> byHire = new ConcurrentHashMap<>();

  ChangeSubscription add(String hireId) {
    var subscription = new ChangeSubscription(this, hireId);
    byHire.compute(
        hireId,
        (id, there) -> {
          Set<ChangeSubscription> now = there == null ? ConcurrentHashMap.newKeySet() : there;
          now.add(subscription);
          return now;
        });
    return subscription;
  }

  ChangeSubscription addForAll() {
    return add(ALL);
  }

  void remove(ChangeSubscription subscription) {
    byHire.computeIfPresent(
        subscription.hireId(),
        (id, there) -> {
          there.remove(subscription);
          return there.isEmpty() ? null : there;
        });
  }

  void signal(String hireId) {
    byHire.getOrDefault(hireId, Set.of()).forEach(ChangeSubscription::signal);
    byHire.getOrDefault(ALL, Set.of()).forEach(ChangeSubscription::signal);
  }

  void signalAll() {
    byHire.values().forEach(its -> its.forEach(ChangeSubscription::signal));
  }
}
