package dev.tenure.cli.supervision;

import java.time.Duration;

/**
 * How long to wait before a dead process is started again: longer each time, and short again once
 * it has lived for a while.
 */
public record Backoff(Duration first, Duration longest, Duration healthyAfter) {
  public static final Backoff USUAL =
      new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(1));

  /**
   * @param deaths how many times it has died in a row, at least 1
   */
  Duration delay(int deaths) {
    var doublings = Math.min(deaths - 1, 20);
    var delay = first.multipliedBy(1L << doublings);
    return delay.compareTo(longest) > 0 ? longest : delay;
  }

  int deathsAfter(int deaths, Duration lived) {
    return lived.compareTo(healthyAfter) >= 0 ? 1 : deaths + 1;
  }
}
