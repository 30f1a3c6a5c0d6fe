package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.marketplace.PaymentType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a seed draws: which features a run has and how often, its corner, and its measures. */
final class Draw {
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private static final double CORNERED = .25;
  private static final int SHAPE = 1_000;

  private final long seed;
  private final Restriction restriction;
  private final Map<Feature, Double> rates = new EnumMap<>(Feature.class);
  private final @Nullable Corner corner;
  private final long troubled;
  private final Duration window;
  private final double patience;
  private final boolean calmPeople;
  private final PaymentType payment;
  private final boolean readsTogether;

  Draw(long seed, Restriction restriction) {
    this.seed = seed;
    this.restriction = restriction;
    Dice shape = dice(SHAPE);
    // How crowded the world is differs from run to run.
    double crowd = shape.between(.3, 1.4);
    corner = shape.hits(CORNERED) ? shape.oneOf(List.of(Corner.values())) : null;
    for (Feature feature : Feature.values()) {
      Dice own = dice(feature.name().hashCode());
      boolean drawn = own.hits(Math.min(.9, feature.share * crowd));
      if (drawn) {
        rates.put(feature, own.between(feature.least, feature.most));
      }
    }
    if (corner != null) {
      rates.putAll(corner.rates());
    }
    rates.keySet().removeAll(restriction.without());
    boolean shortWindows = has(Feature.SHORT_WINDOWS);
    window =
        shortWindows
            ? shape.oneOf(
                List.of(Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(1)))
            : Duration.ofDays(3);
    troubled = shape.hits(.2) ? 0 : Math.round(6 * DAY * Math.pow(shape.fraction(), 2)) + MINUTE;
    patience = shape.between(.001, .5);
    calmPeople = shape.hits(.7);
    payment =
        has(Feature.VOLUMES)
            ? shape.oneOf(List.of(PaymentType.PAY_PER_HOUR, PaymentType.PAY_PER_LABEL))
            : PaymentType.FIXED_PRICE;
    readsTogether = shape.hits(.7);
  }

  long seed() {
    return seed;
  }

  Dice dice(int concern) {
    return Dice.of(seed, concern);
  }

  boolean has(Feature feature) {
    return rates.containsKey(feature);
  }

  double rate(Feature feature) {
    return rates.getOrDefault(feature, 0.0);
  }

  @Nullable Corner corner() {
    return corner;
  }

  Set<Feature> without() {
    return restriction.without();
  }

  int mostMilestones() {
    return restriction.milestones();
  }

  /** How long there are faults and random actors, in a run that is to come to rest. */
  long troubled() {
    return troubled;
  }

  /** How long people have to decide. */
  Duration window() {
    return window;
  }

  /** Which part of the window people need, at the median. */
  double patience() {
    return patience;
  }

  /** Whether people and trainers do what they are asked for once all is calm; else nothing. */
  boolean calmPeople() {
    return calmPeople;
  }

  PaymentType payment() {
    return payment;
  }

  /** Whether the read of a final approval brings the contract with it. */
  boolean readsTogether() {
    return readsTogether;
  }
}
