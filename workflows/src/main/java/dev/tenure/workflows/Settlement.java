package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;

/** Which milestones nothing more is to be done for. */
final class Settlement {

  private Settlement() {}

  /**
   * Paid or dropped; one that was cancelled in the app counts once an operator goes on without it.
   */
  static boolean finished(Book book, String key) {
    MilestoneState state = book.milestone(key).state();
    return state == MilestoneState.CANCELLED
        ? book.accepted(IncidentCause.MILESTONE_GONE, key)
        : state.settled();
  }

  /** Whether the contract may end by itself: ours finished, and nobody else's money in escrow. */
  static boolean complete(Book book) {
    return book.milestones().stream().allMatch(milestone -> leavesFree(book, milestone));
  }

  private static boolean leavesFree(Book book, MilestoneDocument milestone) {
    return milestone.foreign() ? !milestone.state().inEscrow() : finished(book, milestone.key());
  }
}
