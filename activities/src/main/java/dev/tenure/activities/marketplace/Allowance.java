package dev.tenure.activities.marketplace;

import dev.tenure.activities.ShutdownSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many calls an account may still make, by a token bucket of one second. The service hands out
 * activities at the account's rate, one call each; whatever an activity asks beyond that is counted
 * here as well, and what it could do without waits until there is a call to spare. It knows the
 * calls of this process only.
 */
public final class Allowance {

  /** A debt is forgotten beyond what the account earns in so many seconds. */
  private static final double LONGEST_DEBT_SECONDS = 10;

  /** The most that the updates feed takes, however long its backlog is. */
  private static final double FEED = 0.5;

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private final @Nullable Allowance whole;
  private double spare;
  private long countedAt;

  /**
   * The allowance of an account.
   *
   * @param perSecond calls that it may make, over all workers
   */
  public Allowance(double perSecond) {
    this(perSecond, System::nanoTime);
  }

  Allowance(double perSecond, LongSupplier nanos) {
    this(perSecond, nanos, null);
  }

  private Allowance(double perSecond, LongSupplier nanos, @Nullable Allowance whole) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond);
    this.nanos = nanos;
    this.whole = whole;
    this.spare = most;
    this.countedAt = nanos.getAsLong();
  }

  public double perSecond() {
    return perSecond;
  }

  /** The updates feed's half: what it spends is spent of the whole as well. */
  public Allowance feed() {
    return new Allowance(perSecond * FEED, nanos, this);
  }

  /**
   * The rate at which the service may hand out activities, beside a feed that is looked at once in
   * an interval.
   */
  public double besideFeed(Duration interval) {
    return perSecond - Math.min(perSecond * FEED, NANOS / interval.toNanos());
  }

  /** The same transport with each of its calls counted. */
  public Transport counting(Transport transport) {
    return call -> {
      spend();
      return transport.send(call);
    };
  }

  void spend() {
    if (whole != null) {
      whole.spend();
    }
    take();
  }

  /**
   * Takes calls that are to be made right after each other, now or later, in the order of asking.
   * The first waits until it is earned; whoever asks next waits for the others as well.
   *
   * @return how long to wait before the first is made; empty, and none was taken, where that is
   *     longer than the patience
   */
  public synchronized Optional<Duration> reserve(int calls, Duration patience) {
    Duration wait = untilEarned();
    if (wait.compareTo(patience) > 0) {
      return Optional.empty();
    }
    spare -= calls;
    return Optional.of(wait);
  }

  /** Gives a reserved call back that is not made. */
  public synchronized void giveBack() {
    earn();
    spare++;
  }

  private synchronized void take() {
    earn();
    spare = Math.max(spare - 1, -LONGEST_DEBT_SECONDS * most);
  }

  /** When one more call is within the allowance: zero for now. */
  public Duration untilSpare() {
    Duration own = untilEarned();
    Duration others = whole == null ? Duration.ZERO : whole.untilSpare();
    return own.compareTo(others) > 0 ? own : others;
  }

  /** The same without regard to the whole that this is a part of: nobody can keep it waiting. */
  public synchronized Duration untilEarned() {
    earn();
    return spare >= 1
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - spare) / perSecond * NANOS));
  }

  /** Waits for a call to spare; false where there is none within that time, or the worker stops. */
  public boolean awaitSpare(Duration patience, ShutdownSignal shutdown) {
    long end = nanos.getAsLong() + patience.toNanos();
    Duration wait = untilSpare();
    while (wait.isPositive()) {
      if (nanos.getAsLong() + wait.toNanos() - end > 0 || stops(shutdown, wait)) {
        return false;
      }
      wait = untilSpare();
    }
    return true;
  }

  private static boolean stops(ShutdownSignal shutdown, Duration time) {
    try {
      return shutdown.within(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void earn() {
    long now = nanos.getAsLong();
    spare = Math.min(most, spare + (now - countedAt) / NANOS * perSecond);
    countedAt = now;
  }
}
