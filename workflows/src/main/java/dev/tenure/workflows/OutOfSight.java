package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.IncidentCause;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits between the looks for a contract that cannot be seen: until an operator answers, until it
 * is time to look again, ever more rarely, or until the end is commanded, which needs no look.
 */
final class OutOfSight {
  private static final Duration SOONEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;

  private final Book book;
  private final Course course;
  private final Incidents incidents;
  private final AppChanges changes;
  private final Holding holding;

  OutOfSight(Book book, Course course, Incidents incidents, AppChanges changes, Holding holding) {
    this.book = book;
    this.course = course;
    this.incidents = incidents;
    this.changes = changes;
    this.holding = holding;
  }

  /**
   * Returns when the contract shall be looked for again.
   *
   * @param missed how many looks have missed it before this one
   */
  void await(int missed) {
    boolean ending = course.ending();
    Obstacle obstacle =
        new Obstacle(
            IncidentCause.NOT_FOUND,
            "Contract %s cannot be seen with this token; a rotated or a team member's one may not see"
                    .formatted(book.contractId())
                + " it. Retry looks again; adopt names another contract of the proposal.",
            null);
    String id = holding.take(Contract.SIGHT, obstacle, null);
    if (!changes.heed()) {
      holding.awaitRetry(id);
      return;
    }
    Duration pause = SOONEST.multipliedBy(1L << Math.min(missed, DOUBLINGS));
    BooleanSupplier ends = () -> !ending && course.ending();
    Timer.await(
        book.news,
        pause,
        "contract out of sight: next look",
        () -> incidents.closed(id) || course.halted() || ends.getAsBoolean());
    if (incidents.closed(id) || course.halted()) {
      holding.settle(id);
    } else if (ends.getAsBoolean()) {
      holding.release(id, "the end was commanded");
    }
  }

  /** Call when it was seen. */
  void over() {
    holding.heal(Contract.SIGHT);
  }
}
