package dev.tenure.lifecycle.simulation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs one seed. */
final class Simulation {
  private static final long LONGEST = 7 * Draw.DAY;
  private static final long REST = 45 * Draw.DAY;
  private static final long AFTER_CLOSE = 6 * Draw.HOUR;
  private static final int MOST_STEPS = 40_000;

  private Simulation() {}

  /** What a run is to show. */
  enum Mode {
    /** Any fault at any time; what must hold is checked at each step. */
    SAFETY,
    /** Faults stop at some time; then every hire must come to rest and show what is true. */
    LIVENESS;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What came of a run.
   *
   * @param violation absent when all is well
   */
  record Outcome(
      long seed,
      Mode mode,
      Restriction restriction,
      @Nullable Violation violation,
      int steps,
      int calls,
      Tally tally,
      List<String> trace) {
    boolean clean() {
      return violation == null;
    }
  }

  static Outcome run(long seed, Mode mode, Rules rules) {
    return run(seed, mode, rules, Restriction.NONE, Trace.none(), new Tally());
  }

  static Outcome run(
      long seed, Mode mode, Rules rules, Restriction restriction, Trace trace, Tally tally) {
    Draw draw = new Draw(seed, restriction);
    tally.drawn(draw);
    World world = new World(draw, rules, trace, tally);
    Violation violation = null;
    int steps = 0;
    try {
      steps = mode == Mode.SAFETY ? safety(world) : liveness(world);
      world.invariants().money();
    } catch (Violation found) {
      violation = found;
    } catch (RuntimeException thrown) {
      violation = new Violation("no_exception", thrown.toString());
      violation.initCause(thrown);
    }
    if (violation != null && trace.on()) {
      world.say("VIOLATION", violation.invariant() + ": " + violation.getMessage());
    }
    int calls = world.hires().stream().mapToInt(hire -> hire.checks().asks().calls()).sum();
    return new Outcome(seed, mode, restriction, violation, steps, calls, tally, trace.lines());
  }

  private static int safety(World world) {
    int steps = 0;
    long longest = Math.min(LONGEST, 6 * world.draw().window().toMillis() + 2 * Draw.DAY);
    long until = longest;
    boolean closed = false;
    while (world.step(until)) {
      bounded(++steps);
      if (world.allClosed() != closed) {
        closed = !closed;
        until = closed ? Math.min(longest, world.agenda().now() + AFTER_CLOSE) : longest;
      }
    }
    return steps;
  }

  private static int liveness(World world) {
    int steps = 0;
    while (world.step(world.draw().troubled())) {
      bounded(++steps);
    }
    world.agenda().passTo(world.draw().troubled());
    world.becalm();
    long end = world.draw().troubled() + REST;
    // Most runs are over as soon as nothing more can come; some go on to the end.
    boolean toTheEnd = world.draw().seed() % 8 == 0;
    for (long day = world.agenda().now() + 2 * Draw.DAY; day < end; day += 2 * Draw.DAY) {
      while (world.step(day)) {
        bounded(++steps);
      }
      world.agenda().passTo(day);
      if (!toTheEnd && Rest.reached(world)) {
        return steps;
      }
    }
    while (world.step(end)) {
      bounded(++steps);
    }
    Rest.check(world);
    return steps;
  }

  private static void bounded(int steps) {
    if (steps > MOST_STEPS) {
      throw new Violation("bounded", "more than " + MOST_STEPS + " steps");
    }
  }
}
