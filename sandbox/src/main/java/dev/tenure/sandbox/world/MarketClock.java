package dev.tenure.sandbox.world;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The marketplace's time, in whole milliseconds as it prints them. */
public final class MarketClock {
  private final InstantSource source;

  public MarketClock(InstantSource source) {
    this.source = source;
  }

  public Instant now() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
