package dev.tenure.sandbox.clock;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does things when the marketplace's clock says so. That clock may jump, so the wait between two
 * looks at it is short unless nothing is due at all.
 */
@Singleton
public class Schedule {
  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
  private static final Duration LONGEST_NAP = Duration.ofMillis(50);

  private record Entry(Instant due, Runnable task) {}

  private final MarketClock clock;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due));
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition done = lock.newCondition();
  private final Thread keeper;
  private boolean busy;
  private boolean closed;

  Schedule(MarketClock clock) {
    this.clock = clock;
    this.keeper = Thread.ofVirtual().name("schedule").start(this::keep);
  }

  /** The task must not take long; it runs on the one thread of the schedule. */
  public void at(Instant due, Runnable task) {
    lock.lock();
    try {
      entries.add(new Entry(due, task));
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** When the next thing is due; null when nothing is planned. */
  public @Nullable Instant next() {
    lock.lock();
    try {
      Entry first = entries.peek();
      return first == null ? null : first.due();
    } finally {
      lock.unlock();
    }
  }

  /** Looks at the clock at once, and waits until everything that is due by now is done. */
  public void catchUp() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      changed.signal();
      while (!closed && (busy || due(entries.peek()))) {
        done.await();
      }
      if (closed) {
        throw new IllegalStateException("The sandbox was stopped while time passed.");
      }
    } finally {
      lock.unlock();
    }
  }

  @PreDestroy
  void close() throws InterruptedException {
    keeper.interrupt();
    keeper.join(Duration.ofSeconds(5));
  }

  private void keep() {
    try {
      while (true) {
        Runnable task = take();
        try {
          task.run();
        } catch (RuntimeException e) {
          LOG.warn("What was planned could not be done: {}", e.getMessage());
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("The schedule is closed.");
    } finally {
      gone();
    }
  }

  private void gone() {
    lock.lock();
    try {
      closed = true;
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean due(@Nullable Entry entry) {
    return entry != null && !clock.now().isBefore(entry.due());
  }

  private Runnable take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      busy = false;
      done.signalAll();
      while (true) {
        Entry first = entries.peek();
        if (first == null) {
          changed.await();
        } else if (!due(first)) {
          Duration left = Duration.between(clock.wall(), clock.wall(first.due()));
          Duration nap = left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
          changed.await(Math.max(nap.toNanos(), 1), TimeUnit.NANOSECONDS);
        } else {
          entries.remove();
          busy = true;
          return first.task();
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
