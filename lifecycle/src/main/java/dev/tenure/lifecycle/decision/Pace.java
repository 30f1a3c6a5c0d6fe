package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.hire.Ask;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import java.time.Duration;
import java.time.Instant;

/** How often things are looked at and tried again: quickly at first, then more and more rarely. */
public final class Pace {
  /** Looks within some 16 seconds; only then is a person told that something is not shown. */
  public static final int QUICK_LOOKS = 6;

  private static final Duration PERIODIC_LOOK = Duration.ofHours(12);
  private static final Duration LOOK_BESIDE_THE_SWEEP = Duration.ofDays(7);

  /** From when on a try without an answer is told as an outage. */
  public static final Duration OUTAGE = Duration.ofMinutes(2);

  /** How long a search for an approval counts, before its ask is repeated. */
  static final Duration SEARCH_COUNTS = Duration.ofMinutes(1);

  static final Duration SLOWEST = Duration.ofMinutes(15);

  /** The same for what a person must mend, and which is asked for call by call. */
  private static final Duration SLOWEST_HELD = Duration.ofHours(2);

  /** A milestone that is not shown any more is looked for a second time before it counts. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(1);

  /** The marketplace expires lazily, on a read: look a moment after the time is up. */
  private static final Duration PAST_DEADLINE = Duration.ofSeconds(1);

  /** What people have for an approval, as the marketplace documents it. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(3);

  private static final int[] SIXTHS = {1, 3, 5};

  private Pace() {}

  /** From the n-th look in vain to the next one: 0.5, 1, 2, 4, 8, 15 seconds … 15 minutes. */
  public static Duration afterLook(int looks) {
    return looks < QUICK_LOOKS
        ? Duration.ofMillis(250L << looks)
        : doubling(Duration.ofSeconds(15), looks - QUICK_LOOKS);
  }

  /**
   * The net under everything that tells of changes. Where the account's sweep sees each contract
   * within a minute, it is hardly needed.
   */
  static Duration periodicLook(Hire hire) {
    return hire.swept() ? LOOK_BESIDE_THE_SWEEP : PERIODIC_LOOK;
  }

  /** From one look for something that is only possible to the next: 1 … 15 minutes. */
  static Duration ofPossible(int looks) {
    return doubling(Duration.ofMinutes(1), looks);
  }

  /**
   * From a try to the next one: 0.2 … 15 seconds; from 30 seconds once the outage is told, to 15
   * minutes, and to two hours where only a person can mend what it has met.
   */
  static Duration afterTry(Ask ask, boolean obstructed, Instant now) {
    if (now.isBefore(ask.sentAt().plus(OUTAGE))) {
      return shorter(doubling(Duration.ofMillis(200), ask.tries() - 1), Duration.ofSeconds(15));
    }
    Duration slow = Duration.ofSeconds(30).multipliedBy(1L << Math.clamp(ask.tries() / 8, 0, 10));
    return shorter(slow, obstructed ? SLOWEST_HELD : SLOWEST);
  }

  /**
   * When an approval is read again, if nothing tells of it: at 1/6, 1/2 and 5/6 of its window, at
   * its deadline, and past that again after 2, 4, 8, … seconds.
   */
  static Instant nextRead(Ask ask) {
    ApprovalSnapshot approval = ask.knownApproval();
    Instant readAt = ask.readAt() == null ? approval.createdAt() : ask.readAt();
    return nextRead(approval.createdAt(), approval.expiresAt(), readAt, ask.lateReads());
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

  /** The end of an approval's window, with the moment in which it expires. */
  static Instant windowEnd(Ask ask) {
    return after(ask.knownApproval().expiresAt());
  }

  /**
   * Whether an ask without an answer is over, should it have arrived with its last try: assumed,
   * since nobody has seen the window of its approval.
   */
  static boolean overBy(Ask ask, Instant now) {
    Instant lost = ask.lostAt();
    return ask.state() == Ask.State.SENT
        && lost != null
        && now.isAfter(after(lost.plus(LONGEST_WINDOW)));
  }

  /** A moment after a deadline. */
  static Instant after(Instant deadline) {
    return deadline.plus(PAST_DEADLINE);
  }

  /** Between two searches for an approval that nothing waits for; rarer, the older its ask is. */
  static Duration ofSearch(Ask ask) {
    Duration age = Duration.between(ask.sentAt(), ask.searchedAt());
    Duration rarer = shorter(age.dividedBy(4), SLOWEST_HELD);
    return rarer.compareTo(SLOWEST) > 0 ? rarer : SLOWEST;
  }

  private static Duration doubling(Duration first, int times) {
    return shorter(first.multipliedBy(1L << Math.clamp(times, 0, 16)), SLOWEST);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
