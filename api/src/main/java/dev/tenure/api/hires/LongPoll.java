package dev.tenure.api.hires;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds an answer until a hire is as it is wanted, or the time is over. When the front is stopped,
 * each one is answered at once by what is there.
 */
@Singleton
final class LongPoll implements GracefulShutdownCapable {

  // Should word of a change get lost, it is looked for this often all the same.
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final ChangeNotifications notifications;
  private final Set<ChangeSubscription> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  LongPoll(ChangeNotifications notifications) {
    this.notifications = notifications;
  }

  /** What {@code look} shows as soon as it is {@code wanted}, or else when the time is over. */
  <T> T await(String hireId, Duration wait, Supplier<T> look, Predicate<T> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    try (ChangeSubscription subscription = notifications.subscribe(hireId)) {
      waiting.add(subscription);
      try {
        T seen = look.get();
        long left = end - System.nanoTime();
        while (!wanted.test(seen) && !stopping && left > 0) {
          subscription.await(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
          seen = look.get();
          left = end - System.nanoTime();
        }
        return seen;
      } finally {
        waiting.remove(subscription);
      }
    }
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping = true;
    waiting.forEach(ChangeSubscription::close);
    return CompletableFuture.completedStage(null);
  }

  /** How many requests are held now. */
  @Override
  public OptionalLong reportActiveTasks() {
    return OptionalLong.of(waiting.size());
  }
}
