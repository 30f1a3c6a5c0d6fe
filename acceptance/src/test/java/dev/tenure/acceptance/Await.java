package dev.tenure.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for a condition of another process, which can only be asked. */
final class Await {
  private static final Duration ASK_AGAIN = Duration.ofMillis(50);

  private Await() {}

  /** Asks until there is an answer; a time limit turns a hang into a failure with words. */
  static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
    Instant end = Instant.now().plus(limit);
    for (; ; ) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + limit + ": " + what);
      }
      LockSupport.parkNanos(ASK_AGAIN.toNanos());
    }
  }
}
