package dev.tenure.activities.breaker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often held calls may try again. Each try is handed out by the account's task queue, and so it
 * is counted there whether it reaches the marketplace or not: all held calls together take a tenth
 * of the account's calls, so that nobody else's call waits behind them.
 *
 * @param callsPerSecond of the account, over all workers
 */
public record HeldPace(double callsPerSecond) {
  private static final double TENTH = 0.1;

  /** The pace that a held call begins with by itself. */
  private static final Duration OWN = Duration.ofSeconds(30);

  /** When one of so many may try again; null where its own pace is slow enough. */
  @Nullable Duration next(int held) {
    var share = Duration.ofMillis(Math.round(1000 * held / (TENTH * callsPerSecond)));
    return share.compareTo(OWN) <= 0 ? null : share;
  }
}
