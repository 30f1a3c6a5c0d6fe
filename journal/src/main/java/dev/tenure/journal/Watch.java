package dev.tenure.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Hears every word of one hire, or of all, until it is closed. Begin it before reading: then no
 * change after what was read goes unheard.
 */
public final class Watch implements AutoCloseable {

  private final Watches watches;
  private final String hireId;
  private final Semaphore rung = new Semaphore(0);

  Watch(Watches watches, String hireId) {
    this.watches = watches;
    this.hireId = hireId;
  }

  /** Waits for a word, at most as long as {@code patience}; answers whether one came. */
  public boolean await(Duration patience) throws InterruptedException {
    boolean came = rung.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    rung.drainPermits();
    return came;
  }

  String hireId() {
    return hireId;
  }

  void ring() {
    rung.release();
  }

  @Override
  public void close() {
    watches.end(this);
  }
}
