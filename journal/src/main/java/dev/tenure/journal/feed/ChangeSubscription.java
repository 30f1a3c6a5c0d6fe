package dev.tenure.journal.feed;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hears every word of one hire, or of all, until it is closed. Begin it before reading: then no
 * change after what was read goes unheard.
 */
public final class ChangeSubscription implements AutoCloseable {

  private final ChangeSubscriptions all;
  private final String hireId;
  private final Semaphore signals = new Semaphore(0);

  ChangeSubscription(ChangeSubscriptions all, String hireId) {
    this.all = all;
    this.hireId = hireId;
  }

  /** Waits for a word, at most as long as {@code patience}; answers whether one came. */
  public boolean await(Duration patience) throws InterruptedException {
    boolean came = signals.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    signals.drainPermits();
    return came;
  }

  String hireId() {
    return hireId;
  }

  void signal() {
    signals.release();
  }

  /** Whoever waits on it goes on. */
  @Override
  public void close() {
    all.remove(this);
    signal();
  }
}
