package dev.tenure.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that says nothing for too long, which wakes whoever reads it: a peer that is
 * frozen, or cut off on the way, ends no connection by itself.
 */
public final class StallTimeout implements AutoCloseable {
  private final InputStream stream;
  private final Duration longest;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long lastReadAt = System.nanoTime();
  private volatile boolean expired;

  private StallTimeout(InputStream stream, Duration longest) {
    this.stream = stream;
    this.longest = longest;
  }

  public static StallTimeout of(InputStream stream, Duration longest) {
    var timeout = new StallTimeout(stream, longest);
    Thread.ofVirtual().name("stall-timeout").start(timeout::watch);
    return timeout;
  }

  public void restart() {
    lastReadAt = System.nanoTime();
  }

  /** Whether the stream was closed for its silence. */
  public boolean expired() {
    return expired;
  }

  private void watch() {
    try {
      while (!over.await(left(), TimeUnit.NANOSECONDS)) {
        if (left() <= 0) {
          expired = true;
          stream.close();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("a silent stream could not be closed", e);
    }
  }

  private long left() {
    return longest.toNanos() - (System.nanoTime() - lastReadAt);
  }

  @Override
  public void close() {
    over.countDown();
  }
}
