package dev.tenure.api.hires;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Holds an answer until a hire is as it is wanted, or the time is over. */
@Singleton
final class LongPoll {

  // Should word of a change get lost, it is looked for this often all the same.
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final ChangeNotifications notifications;

  LongPoll(ChangeNotifications notifications) {
    this.notifications = notifications;
  }

  /** What {@code look} shows as soon as it is {@code wanted}, or else when the time is over. */
  <T> T await(String hireId, Duration wait, Supplier<T> look, Predicate<T> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      T seen = look.get();
      while (!wanted.test(seen)) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return seen;
        }
        subscription.await(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
        seen = look.get();
      }
      return seen;
    }
  }
}
