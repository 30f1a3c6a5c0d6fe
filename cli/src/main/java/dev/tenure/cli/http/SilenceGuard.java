package dev.tenure.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes a stream that says nothing for too long, which wakes whoever reads it: a peer that is
 * frozen, or behind a road that was cut, ends no connection by itself.
 */
public final class SilenceGuard implements AutoCloseable {
  private final InputStream guarded;
  private final Duration longest;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long heardAt = System.nanoTime();
  private volatile boolean rang;

  private SilenceGuard(InputStream guarded, Duration longest) {
    this.guarded = guarded;
    this.longest = longest;
  }

  public static SilenceGuard of(InputStream guarded, Duration longest) {
    var guard = new SilenceGuard(guarded, longest);
    Thread.ofVirtual().name("silence-guard").start(guard::watch);
    return guard;
  }

  public void heard() {
    heardAt = System.nanoTime();
  }

  /** Whether the stream was closed for its silence. */
  public boolean rang() {
    return rang;
  }

  private void watch() {
    try {
      while (!over.await(left(), TimeUnit.NANOSECONDS)) {
        if (left() <= 0) {
          rang = true;
          guarded.close();
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
    return longest.toNanos() - (System.nanoTime() - heardAt);
  }

  @Override
  public void close() {
    over.countDown();
  }
}
