package dev.tenure.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeats of an activity while a call blocks, so that a dead worker is noticed within the
 * heartbeat timeout. A call that is quicker than one interval costs none. What goes wrong with a
 * heartbeat never hides what becomes of the call: should they all fail, the service times the
 * attempt out by itself.
 */
public final class Heartbeats {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

  private static final int IN_A_TIMEOUT = 4;

  /** What is done meanwhile. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T run() throws E;
  }

  private final Duration every;

  Heartbeats(Duration every) {
    this.every = every;
  }

  /**
   * Runs the work of the activity on this thread; heartbeats without details where the caller of
   * the activity set a heartbeat timeout.
   */
  public static <T, E extends Exception> T whileRunning(Work<T, E> work) throws E {
    ActivityExecutionContext context = Activity.getExecutionContext();
    return whileRunning(context, () -> context.heartbeat(null), work);
  }

  /** The same with a heartbeat of one's own. */
  public static <T, E extends Exception> T whileRunning(
      ActivityExecutionContext context, Runnable heartbeat, Work<T, E> work) throws E {
    Duration timeout = context.getInfo().getHeartbeatTimeout();
    return timeout == null || timeout.isZero()
        ? work.run()
        : new Heartbeats(timeout.dividedBy(IN_A_TIMEOUT)).send(heartbeat, work);
  }

  /** Runs the work on this thread and the heartbeats on another, until the work ends. */
  <T, E extends Exception> T send(Runnable heartbeat, Work<T, E> work) throws E {
    CountDownLatch over = new CountDownLatch(1);
    Thread.ofVirtual().name("heartbeats").start(() -> sendUntil(over, heartbeat));
    try {
      return work.run();
    } finally {
      over.countDown();
    }
  }

  private void sendUntil(CountDownLatch over, Runnable heartbeat) {
    try {
      while (!over.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
        sendOne(heartbeat);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void sendOne(Runnable heartbeat) {
    try {
      heartbeat.run();
    } catch (RuntimeException e) {
      LOG.debug("a heartbeat was not taken: {}", e.toString());
    }
  }
}
