package dev.tenure.sandbox.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The marketplace's time beside that of the wall, both in whole milliseconds. */
public final class MarketClock {
  private final InstantSource source;
  private volatile Timeline timeline = Timeline.PLAIN;

  public MarketClock(InstantSource source) {
    this.source = source;
  }

  /** Both clocks at one moment; two looks at them would be two moments. */
  public record Reading(Instant wall, Instant market) {
    public Duration ahead() {
      return Duration.between(wall, market);
    }
  }

  public Reading read() {
    Instant wall = wall();
    return new Reading(wall, market(wall));
  }

  /** What every rule of the marketplace goes by. */
  public Instant now() {
    return market(wall());
  }

  /** What a client's own clock shows. */
  public Instant wall() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The wall's time of a moment of the marketplace. */
  public Instant wall(Instant market) {
    return timeline.wall(market);
  }

  /** The marketplace's moment at a time of the wall. */
  public Instant market(Instant wall) {
    return timeline.market(wall);
  }

  public Timeline timeline() {
    return timeline;
  }

  public void follow(Timeline other) {
    timeline = other;
  }
}
