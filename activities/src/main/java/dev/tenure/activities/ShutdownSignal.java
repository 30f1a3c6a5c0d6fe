package dev.tenure.activities;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells activities that wait that their worker is about to stop. */
public final class ShutdownSignal {

  private final CountDownLatch begun = new CountDownLatch(1);

  /** The worker stops: every wait ends now. */
  public void begin() {
    begun.countDown();
  }

  public boolean hasBegun() {
    return begun.getCount() == 0;
  }

  /** Waits; true when the worker began to stop meanwhile, false when the time was up. */
  public boolean within(Duration time) throws InterruptedException {
    return begun.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }
}
