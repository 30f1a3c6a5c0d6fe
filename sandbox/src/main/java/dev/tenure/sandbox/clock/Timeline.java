package dev.tenure.sandbox.clock;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the marketplace's time runs beside that of the wall: equal at first, then in stretches, each
 * begun by a jump or another speed. The marketplace's time never goes back.
 */
@Serdeable
public record Timeline(List<Stretch> stretches) {
  public static final Timeline PLAIN = new Timeline(List.of());
  private static final int MOST = 500;

  /** From this moment of both on, the marketplace's time runs so many times as fast. */
  @Serdeable
  public record Stretch(Instant wall, Instant market, double speed) {
    // Less than any millisecond, more than what a double loses here.
    private static final double SLACK = 1e-6;
    // Some thirty thousand years: what lies beyond is as good as never, and would overflow.
    private static final double NEVER_MS = 1e15;

    /** Rounded down, so that nothing comes before its time. */
    Instant marketAt(Instant time) {
      long passed = Duration.between(wall, time).toMillis();
      return market.plusMillis(
          speed == 1 ? passed : (long) Math.min(Math.floor(passed * speed + SLACK), NEVER_MS));
    }

    /** Rounded up: the first millisecond of the wall at which it is so late. */
    Instant wallAt(Instant time) {
      long passed = Duration.between(market, time).toMillis();
      return wall.plusMillis(speed == 1 ? passed : (long) Math.ceil(passed / speed - SLACK));
    }
  }

  public Instant market(Instant wall) {
    for (Stretch stretch : stretches.reversed()) {
      if (!wall.isBefore(stretch.wall())) {
        return stretch.marketAt(wall);
      }
    }
    return wall;
  }

  /** When it was, or will be if nothing changes, that the marketplace's time was this. */
  public Instant wall(Instant market) {
    Instant next = Instant.MAX;
    for (Stretch stretch : stretches.reversed()) {
      if (!market.isBefore(stretch.market())) {
        Instant wall = stretch.wallAt(market);
        return wall.isBefore(next) ? wall : next;
      }
      next = stretch.wall();
    }
    return market.isBefore(next) ? market : next;
  }

  public double speed() {
    return stretches.isEmpty() ? 1 : stretches.getLast().speed();
  }

  /** From this moment of the wall on at this speed, and at least as late as that; never back. */
  public Timeline from(Instant wall, Instant market, double speed) {
    Instant reached = market(wall);
    List<Stretch> all = new ArrayList<>(stretches);
    all.add(new Stretch(wall, market.isBefore(reached) ? reached : market, speed));
    return new Timeline(List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
  }
}
