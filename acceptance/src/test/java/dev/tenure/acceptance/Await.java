package dev.tenure.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition of another process, which can only be asked. */
final class Await {
  private static final Duration ASK_AGAIN = Duration.ofMillis(50);

  private Await() {}

  /** Asks until there is an answer; a time limit turns a hang into a failure with words. */
  static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
    return until(() -> what, limit, question);
  }

  /** As above, with words that are made only when the time is up. */
  static <T> T until(Supplier<String> what, Duration limit, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    for (; ; ) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + limit + ": " + what.get());
      }
      LockSupport.parkNanos(ASK_AGAIN.toNanos());
    }
  }
}
