package dev.tenure.lifecycle.decision;

import java.time.Duration;
import java.time.Instant;

/** How often things are looked at and tried again: quickly at first, then more and more rarely. */
public final class Pace {
  /** Looks within some 16 seconds; only then is a person told that something is not shown. */
  public static final int QUICK_LOOKS = 6;

  /** From when on a try without an answer is told as an outage. */
  public static final Duration OUTAGE = Duration.ofMinutes(2);

  /** Between two tries of what does not answer, in the end. */
  public static final Duration SLOWEST = Duration.ofMinutes(15);

  /** The marketplace expires lazily, on a read: look a moment after the time is up. */
  private static final Duration PAST_DEADLINE = Duration.ofSeconds(1);

  private static final int[] SIXTHS = {1, 3, 5};

  private Pace() {}

  /** From the n-th look in vain to the next one: 0.5, 1, 2, 4, 8, 15 seconds … 15 minutes. */
  public static Duration afterLook(int looks) {
    return looks < QUICK_LOOKS
        ? Duration.ofMillis(250L << looks)
        : doubling(Duration.ofSeconds(15), looks - QUICK_LOOKS);
  }

  /**
   * When what has a window is read again, if nothing tells of it: at 1/6, 1/2 and 5/6 of the
   * window, at its end, and past that again after 2, 4, 8, … seconds, 512 at most.
   *
   * @param lateReads answered reads since the end of the window
   */
  public static Instant nextRead(Instant from, Instant until, Instant readAt, int lateReads) {
    Duration window = Duration.between(from, until);
    for (int sixths : SIXTHS) {
      Instant tick = from.plus(window.multipliedBy(sixths).dividedBy(6));
      if (readAt.isBefore(tick)) {
        return tick;
      }
    }
    Instant deadline = until.plus(PAST_DEADLINE);
    return readAt.isBefore(deadline)
        ? deadline
        : readAt.plusSeconds(2L << Math.clamp(lateReads, 0, 8));
  }

  /** A moment after a deadline. */
  public static Instant after(Instant deadline) {
    return deadline.plus(PAST_DEADLINE);
  }

  /** {@code first}, doubled so many times, 15 minutes at most. */
  public static Duration doubling(Duration first, int times) {
    return shorter(first.multipliedBy(1L << Math.clamp(times, 0, 16)), SLOWEST);
  }

  /** The shorter of the two. */
  public static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
