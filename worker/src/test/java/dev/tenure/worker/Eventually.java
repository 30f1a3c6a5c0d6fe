package dev.tenure.worker;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something to become true. */
final class Eventually {

  /** An assertion that may fail for a while. */
  interface Check {
    void run() throws Exception;
  }

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(50);

  private Eventually() {}

  static void holds(Check check) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - end >= 0 || never.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
          throw e;
        }
      }
    }
  }
}
