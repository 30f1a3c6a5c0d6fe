package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.simulation.marketplace.AccountFeature;
import dev.tenure.lifecycle.simulation.marketplace.AccountSettings;
import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What becomes of attempts on their way, and what the account's settings do meanwhile. */
final class Wire {
  private static final List<Feature> WHILES =
      List.of(
          Feature.UNREACHABLE,
          Feature.OUTAGES,
          Feature.RATE_LIMITS,
          Feature.CARD_MISSING,
          Feature.CARD_DECLINES,
          Feature.TOKEN_ROTATED,
          Feature.TOKEN_REFUSED,
          Feature.SCOPE_WITHDRAWN,
          Feature.FEATURE_OFF,
          Feature.UNCLAIMED);

  /** What becomes of one attempt. */
  enum Fate {
    ARRIVES,
    /** Carried out; the answer never comes. */
    ANSWER_LOST,
    /** Not carried out; no answer comes. */
    REQUEST_LOST,
    /** Certainly not carried out. */
    NEVER_SENT,
    RATE_LIMITED
  }

  private final World world;
  private final Dice dice;
  private final Dice lengths;
  private final List<Feature> whiles;
  private final Map<Feature, Long> until = new EnumMap<>(Feature.class);
  private long mayFreeze;
  private final long feedBehind;
  private Instant frozenAt = Agenda.BEGINNING;
  private long frozenUntil;
  private boolean calm;

  Wire(World world) {
    this.world = world;
    this.dice = world.draw().dice(3_000);
    this.lengths = world.draw().dice(3_001);
    this.whiles = WHILES.stream().filter(world.draw()::has).toList();
    this.feedBehind =
        world.draw().has(Feature.FEED_LATE) ? lengths.between(Draw.SECOND, 5 * Draw.MINUTE) : 0;
  }

  /** Faults are over, and all settings are as they were at first; sight comes back or not. */
  void calm() {
    calm = true;
    for (Feature feature : whiles) {
      if (on(feature)) {
        heal(feature);
      }
    }
    frozenUntil = 0;
  }

  /** Draws what becomes of an attempt that leaves now. */
  Fate fate() {
    if (calm) {
      return Fate.ARRIVES;
    }
    for (Feature feature : whiles) {
      if (!on(feature) && dice.hits(world.draw().rate(feature))) {
        begin(feature);
      }
    }
    if (mayFreeze < world.agenda().now() && hits(Feature.LATE_READS)) {
      mayFreeze = world.agenda().now() + Draw.SECOND;
      if (world.agenda().now() >= frozenUntil) {
        frozenAt = world.agenda().instant();
        frozenUntil = world.agenda().now() + lengths.between(2 * Draw.SECOND, 12 * Draw.MINUTE);
      }
    }
    if (on(Feature.UNREACHABLE) || on(Feature.OUTAGES) || hits(Feature.NEVER_SENT)) {
      return Fate.NEVER_SENT;
    }
    if (on(Feature.RATE_LIMITS)) {
      return Fate.RATE_LIMITED;
    }
    if (hits(Feature.LOST_REQUESTS)) {
      return Fate.REQUEST_LOST;
    }
    return hits(Feature.LOST_ANSWERS) ? Fate.ANSWER_LOST : Fate.ARRIVES;
  }

  /** Whether nothing gets through at all for now. */
  boolean down() {
    return !calm && (on(Feature.UNREACHABLE) || on(Feature.OUTAGES) || on(Feature.RATE_LIMITS));
  }

  /** How long one way takes, in milliseconds. */
  long oneWay() {
    if (calm || !hits(Feature.SLOW_ANSWERS)) {
      return 5L + dice.below(200);
    }
    return dice.hits(world.draw().corner() == Corner.CREATION_STOPPED ? .5 : .1)
        ? lengths.between(30 * Draw.SECOND, 4 * Draw.MINUTE)
        : lengths.between(Draw.SECOND, 30 * Draw.SECOND);
  }

  /** How long it takes until nobody expects an answer any more. */
  long patience() {
    return lengths.between(Draw.SECOND, 30 * Draw.SECOND);
  }

  /** How much later something arrives whose sender has given up; 0 where it does not. */
  long lateEffect() {
    return !calm && hits(Feature.LATE_EFFECTS) ? lengths.between(Draw.SECOND, 3 * Draw.MINUTE) : 0;
  }

  boolean secondReadFails() {
    return !calm && hits(Feature.SECOND_READ_FAILS);
  }

  /** What a read of a contract may show at the latest. */
  Instant asOf() {
    return world.agenda().now() < frozenUntil ? frozenAt : world.agenda().instant();
  }

  /** What a read of the feed may show at the latest. */
  Instant feedAsOf() {
    Instant now = world.agenda().instant();
    return !calm && hits(Feature.FEED_LATE) ? now.minusMillis(feedBehind) : now;
  }

  private boolean hits(Feature feature) {
    return dice.hits(world.draw().rate(feature));
  }

  private boolean on(Feature feature) {
    return until.getOrDefault(feature, 0L) > world.agenda().now();
  }

  private void begin(Feature feature) {
    long length =
        switch (feature) {
          case UNREACHABLE, OUTAGES, RATE_LIMITS -> lengths.between(Draw.SECOND, 6 * Draw.HOUR);
          default -> lengths.between(10 * Draw.SECOND, 3 * Draw.DAY);
        };
    long end = world.agenda().now() + length;
    until.put(feature, end);
    world.strikes(feature);
    if (world.trace().on()) {
      world.say("fault", feature.words + ", for " + length / 1_000 + " s");
    }
    set(feature, true);
    world.agenda().at(end, () -> end(feature, end));
  }

  private void end(Feature feature, long end) {
    if (until.getOrDefault(feature, 0L) == end && !calm) {
      heal(feature);
    }
  }

  private void heal(Feature feature) {
    until.remove(feature);
    set(feature, false);
    if (world.trace().on()) {
      world.say("fault", "over: " + feature.words);
    }
  }

  private void set(Feature feature, boolean on) {
    AccountSettings account = world.marketplace().account();
    switch (feature) {
      case CARD_MISSING -> account.card(!on);
      case CARD_DECLINES -> account.cardDeclines(on);
      case TOKEN_REFUSED -> account.tokenAccepted(!on);
      case SCOPE_WITHDRAWN -> account.scope(lengths.oneOf(List.of(TokenScope.values())), !on);
      case FEATURE_OFF -> account.feature(lengths.oneOf(List.of(AccountFeature.values())), !on);
      case UNCLAIMED -> account.claimed(!on);
      case TOKEN_ROTATED -> {
        if (on) {
          account.ownerToken(false).rotateToken();
        } else if (lengths.hits(.5)) {
          account.ownerToken(true);
        }
      }
      default -> {}
    }
    if (!on) {
      for (TokenScope scope : TokenScope.values()) {
        account.scope(scope, true);
      }
      for (AccountFeature each : AccountFeature.values()) {
        account.feature(each, true);
      }
    }
  }
}
