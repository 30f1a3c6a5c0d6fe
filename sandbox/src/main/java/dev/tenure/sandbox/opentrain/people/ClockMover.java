package dev.tenure.sandbox.opentrain.people;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.clock.MarketClock.Reading;
import dev.tenure.sandbox.clock.Schedule;
import dev.tenure.sandbox.clock.Timeline;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves the marketplace's clock by order. It stops on the way wherever somebody means to do
 * something, until that is done: what would have happened before the goal has happened there.
 */
@Singleton
public class ClockMover {
  /** The slowest speed that the clock takes, as a decimal number. */
  public static final String SLOWEST = "0.001";

  /** The fastest one. */
  public static final String FASTEST = "1000000";

  /** What is said of any other. */
  public static final String SPEEDS = "must be from " + SLOWEST + " to " + FASTEST;

  private final World world;
  private final MarketClock clock;
  private final Schedule schedule;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  ClockMover(World world, Schedule schedule) {
    this.world = world;
    this.clock = world.clock();
    this.schedule = schedule;
  }

  /** The speed that somebody wishes, if there is such a speed. */
  public static double speed(BigDecimal wish) {
    InvalidRequest.require(
        wish.compareTo(new BigDecimal(SLOWEST)) >= 0
            && wish.compareTo(new BigDecimal(FASTEST)) <= 0,
        "speed",
        SPEEDS);
    return wish.doubleValue();
  }

  /**
   * What was ordered.
   *
   * @param leap how much time passes at once, from none on
   * @param speed from now on; null for that which it has
   */
  public record Order(Duration leap, @Nullable Double speed) {}

  /**
   * Carries out an order.
   *
   * @param order read in a transaction, which changes nothing about the clock when it throws
   */
  public void move(Supplier<Order> order) {
    oneAtATime.lock();
    try {
      travel(world.transact(() -> begin(order.get())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The sandbox was stopped while time passed.", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private Duration begin(Order order) {
    Double speed = order.speed();
    if (speed != null && speed != clock.timeline().speed()) {
      Reading now = clock.read();
      world.set(clock.timeline().from(now.wall(), now.market(), speed));
    }
    return order.leap();
  }

  private void travel(Duration leap) throws InterruptedException {
    Timeline before = clock.timeline();
    Timeline current = before;
    Instant stop = schedule.next();
    while (leap.isPositive()
        && stop != null
        && clock.timeline().equals(current)
        && stop.isBefore(before.market(clock.wall()).plus(leap))) {
      Instant act = stop;
      current = leap(before, current, now -> act);
      schedule.catchUp();
      stop = schedule.next();
    }
    if (leap.isPositive()) {
      leap(before, current, now -> before.market(now.wall()).plus(leap));
    }
    schedule.catchUp();
  }

  /**
   * One stretch for all stops. When a reset came in between, the new world's time is left alone.
   */
  private Timeline leap(Timeline before, Timeline current, Function<Reading, Instant> to) {
    return world.transact(
        () -> {
          Reading now = clock.read();
          Instant goal = to.apply(now);
          if (!clock.timeline().equals(current) || !now.market().isBefore(goal)) {
            return current;
          }
          Timeline changed = before.from(now.wall(), goal, before.speed());
          world.set(changed);
          return changed;
        });
  }
}
