package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import java.time.Duration;
import java.time.Instant;

/** How often a contract and its approvals are looked at and asked for again. */
final class OpenTrainPace {
  private static final Duration PERIODIC_LOOK = Duration.ofHours(12);
  private static final Duration LOOK_BESIDE_THE_SWEEP = Duration.ofDays(7);

  /** How long a search for an approval counts, before its ask is repeated. */
  static final Duration SEARCH_COUNTS = Duration.ofMinutes(1);

  /** The same for what a person must mend, and which is asked for call by call. */
  private static final Duration SLOWEST_HELD = Duration.ofHours(2);

  /** A milestone that is not shown any more is looked for a second time before it counts. */
  static final Duration SECOND_LOOK = Duration.ofSeconds(1);

  /** What people have for an approval, as the marketplace documents it. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(3);

  private OpenTrainPace() {}

  /**
   * The net under everything that tells of changes. Where the account's sweep sees each contract
   * within a minute, it is hardly needed.
   */
  static Duration periodicLook(OpenTrainHire hire) {
    return hire.swept() ? LOOK_BESIDE_THE_SWEEP : PERIODIC_LOOK;
  }

  /** From one look for something that is only possible to the next: 1 … 15 minutes. */
  static Duration ofPossible(int looks) {
    return Pace.doubling(Duration.ofMinutes(1), looks);
  }

  /**
   * From a try to the next one: 0.2 … 15 seconds; from 30 seconds once the outage is told, to 15
   * minutes, and to two hours where only a person can mend what it has met.
   */
  static Duration afterTry(Ask ask, boolean obstructed, Instant now) {
    if (now.isBefore(ask.sentAt().plus(Pace.OUTAGE))) {
      return Pace.shorter(
          Pace.doubling(Duration.ofMillis(200), ask.tries() - 1), Duration.ofSeconds(15));
    }
    Duration slow = Duration.ofSeconds(30).multipliedBy(1L << Math.clamp(ask.tries() / 8, 0, 10));
    return Pace.shorter(slow, obstructed ? SLOWEST_HELD : Pace.SLOWEST);
  }

  /**
   * When an approval is read again, if nothing tells of it: at 1/6, 1/2 and 5/6 of its window, at
   * its deadline, and past that again after 2, 4, 8, … seconds.
   */
  static Instant nextRead(Ask ask) {
    ApprovalSnapshot approval = ask.knownApproval();
    Instant readAt = ask.readAt() == null ? approval.createdAt() : ask.readAt();
    return Pace.nextRead(approval.createdAt(), approval.expiresAt(), readAt, ask.lateReads());
  }

  /** The end of an approval's window, with the moment in which it expires. */
  static Instant windowEnd(Ask ask) {
    return Pace.after(ask.knownApproval().expiresAt());
  }

  /**
   * Whether an ask without an answer is over, should it have arrived with its last try: assumed,
   * since nobody has seen the window of its approval.
   */
  static boolean overBy(Ask ask, Instant now) {
    Instant lost = ask.lostAt();
    return ask.state() == Ask.State.SENT
        && lost != null
        && now.isAfter(Pace.after(lost.plus(LONGEST_WINDOW)));
  }

  /** Between two searches for an approval that nothing waits for; rarer, the older its ask is. */
  static Duration ofSearch(Ask ask) {
    Duration age = Duration.between(ask.sentAt(), ask.searchedAt());
    Duration rarer = Pace.shorter(age.dividedBy(4), SLOWEST_HELD);
    return rarer.compareTo(Pace.SLOWEST) > 0 ? rarer : Pace.SLOWEST;
  }
}
