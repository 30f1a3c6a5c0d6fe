package dev.tenure.lifecycle.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Chance of one concern of a run: each concern has its own, so that none disturbs another. */
public final class Dice {
  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  public static Dice of(long seed, int concern) {
    long mixed = (seed + 1) * 0xD1342543DE82EF95L ^ (concern + 1L) * 0x9E6C63D0676A9A99L;
    return new Dice(new SplittableRandom(mixed ^ (mixed >>> 29)));
  }

  public boolean hits(double rate) {
    return rate > 0 && random.nextDouble() < rate;
  }

  /** From 0 to below the bound. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public double fraction() {
    return random.nextDouble();
  }

  /** Evenly over the orders of magnitude. */
  public long between(long least, long most) {
    return Math.round(least * Math.pow((double) most / least, random.nextDouble()));
  }

  public double between(double least, double most) {
    return least * Math.pow(most / least, random.nextDouble());
  }

  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
