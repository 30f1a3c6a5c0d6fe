package dev.tenure.workflows;

import dev.tenure.model.FundWhen;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.MilestoneState;

/** Whether it is a milestone's turn to be created and funded, as the plan says. */
final class Turn {

  private Turn() {}

  static boolean come(Book book, String key) {
    MilestonePlan milestone = book.plan.milestone(key);
    String after = milestone.fund().after();
    return switch (milestone.fund().when()) {
      case AT_START -> true;
      case AFTER_PAID -> after == null || Settlement.finished(book, after);
      case ON_REQUEST -> book.state.fundingsRequested.contains(key);
    };
  }

  /** Whether the milestone waits for the fund command and for nothing else. */
  static boolean awaitsCommand(Book book, String key) {
    return planned(book, key)
        && book.plan.milestone(key).fund().when() == FundWhen.ON_REQUEST
        && !book.state.fundingsRequested.contains(key);
  }

  /** Whether the milestone, or what it comes after, waits for the fund command. */
  static boolean heldBack(Book book, String key) {
    if (awaitsCommand(book, key)) {
      return true;
    }
    String after = planned(book, key) ? book.plan.milestone(key).fund().after() : null;
    return after != null && heldBack(book, after);
  }

  private static boolean planned(Book book, String key) {
    return book.milestone(key).state() == MilestoneState.PLANNED;
  }
}
