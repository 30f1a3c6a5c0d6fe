package dev.tenure.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Sends requests and keeps how long each took. */
final class Load {
  /** What was measured; times in milliseconds. */
  record Result(long count, double perSecond, long failed, double p50, double p99) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.0f requests/s, %d failed, p50 %.1f ms, p99 %.1f ms",
          perSecond,
          failed,
          p50,
          p99);
    }
  }

  /** What is sent over and over. */
  @FunctionalInterface
  interface Sending {
    void one() throws IOException, InterruptedException;
  }

  private final Sending sending;
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicLong failed = new AtomicLong();

  Load(Sending sending) {
    this.sending = sending;
  }

  /** As many as it takes with so many callers at once. */
  Result closed(int callers, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return sendWhile(callers, () -> System.nanoTime() < end);
  }

  /** So many requests in all, whatever time they take. */
  Result count(int callers, long requests) {
    AtomicLong left = new AtomicLong(requests);
    return sendWhile(callers, () -> left.getAndDecrement() > 0);
  }

  private Result sendWhile(int callers, BooleanSupplier goesOn) {
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < callers; i++) {
        threads.execute(
            () -> {
              while (goesOn.getAsBoolean()) {
                timed(System.nanoTime());
              }
            });
      }
    }
    return result(begin);
  }

  /** At a fixed rate, whatever the answers do; a late answer counts from when it was due. */
  Result open(int perSecond, Duration time) {
    long begin = System.nanoTime();
    long count = perSecond * time.toSeconds();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < count; i++) {
        long due = begin + i * 1_000_000_000L / perSecond;
        LockSupport.parkNanos(due - System.nanoTime());
        threads.execute(() -> timed(due));
      }
    }
    return result(begin);
  }

  private void timed(long due) {
    try {
      sending.one();
      nanos.add(System.nanoTime() - due);
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Result result(long begin) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Result(
        sorted.length, sorted.length / seconds, failed.get(), at(sorted, 0.50), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }
}
