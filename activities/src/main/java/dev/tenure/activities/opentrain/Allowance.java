package dev.tenure.activities.opentrain;

import dev.tenure.activities.Stopping;
import dev.tenure.activities.http.Exchange;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many calls an account may still make, by a token bucket of one second. The service hands out
 * activities at the account's rate, one call each; whatever an activity asks beyond that is counted
 * here as well, and what it could do without waits until there is a call to spare. It knows the
 * calls of this process only.
 */
public final class Allowance {

  /** A debt is forgotten beyond what the account earns in so many seconds. */
  private static final double LONGEST_DEBT_SECONDS = 10;

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private double spare;
  private long countedAt;

  /**
   * @param perSecond calls that the account may make, over all workers
   */
  public Allowance(double perSecond) {
    this(perSecond, System::nanoTime);
  }

  Allowance(double perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.most = Math.max(1, perSecond);
    this.nanos = nanos;
    this.spare = most;
    this.countedAt = nanos.getAsLong();
  }

  double perSecond() {
    return perSecond;
  }

  /** The same exchange with each of its calls counted. */
  public Exchange counting(Exchange exchange) {
    return call -> {
      spend();
      return exchange.send(call);
    };
  }

  synchronized void spend() {
    earn();
    spare = Math.max(spare - 1, -LONGEST_DEBT_SECONDS * most);
  }

  /** When one more call is within the allowance: zero for now. */
  synchronized Duration untilSpare() {
    earn();
    return spare >= 1
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - spare) / perSecond * NANOS));
  }

  /** Waits for a call to spare; false where there is none within that time, or the worker stops. */
  boolean awaitSpare(Duration patience, Stopping stopping) {
    long end = nanos.getAsLong() + patience.toNanos();
    Duration wait = untilSpare();
    while (wait.isPositive()) {
      if (nanos.getAsLong() + wait.toNanos() - end > 0 || stops(stopping, wait)) {
        return false;
      }
      wait = untilSpare();
    }
    return true;
  }

  private static boolean stops(Stopping stopping, Duration time) {
    try {
      return stopping.within(time);
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
