package dev.tenure.sandbox.http;

import dev.tenure.sandbox.clock.MarketClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts calls in fixed minutes of the marketplace's time. */
public final class MinuteCounter {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final MarketClock clock;
  private final Map<String, Long> calls = new HashMap<>();
  private long minute;

  public MinuteCounter(MarketClock clock) {
    this.clock = clock;
  }

  /**
   * Counts the call.
   *
   * @param most how many may pass in a minute; 0 for no limit
   * @return 0 when it may pass, else the seconds of the wall's time after which it may come back
   */
  public synchronized long wait(String caller, long most) {
    long current = clock.now().toEpochMilli() / MINUTE;
    if (current != minute) {
      minute = current;
      calls.clear();
    }
    return most == 0 || calls.merge(caller, 1L, Long::sum) <= most ? 0 : untilNextMinute();
  }

  private long untilNextMinute() {
    Instant next = clock.wall(Instant.ofEpochMilli((minute + 1) * MINUTE));
    return Math.max(1, Math.ceilDiv(Duration.between(clock.wall(), next).toMillis(), 1_000L));
  }
}
