package dev.tenure.activities;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beats while a call blocks, so that a dead worker is noticed within the heartbeat timeout. A call
 * that is quicker than one beat costs none. What goes wrong with a beat never hides what becomes of
 * the call: should the beats be in vain, the service times the attempt out by itself.
 */
public final class Heart {

  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

  /** What is done while the heart beats. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  private final Duration every;

  public Heart(Duration every) {
    this.every = every;
  }

  /** Runs the work on this thread and the beats on another, until the work ends. */
  public <T, E extends Exception> T during(Runnable beat, Work<T, E> work) throws E {
    CountDownLatch over = new CountDownLatch(1);
    Thread.ofVirtual().name("heart").start(() -> beatUntil(over, beat));
    try {
      return work.run();
    } finally {
      over.countDown();
    }
  }

  private void beatUntil(CountDownLatch over, Runnable beat) {
    try {
      while (!over.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
        beatOnce(beat);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void beatOnce(Runnable beat) {
    try {
      beat.run();
    } catch (RuntimeException e) {
      LOG.debug("a heartbeat was not taken: {}", e.toString());
    }
  }
}
