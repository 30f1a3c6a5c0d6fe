package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.Bell;
import dev.tenure.model.Bells;
import io.temporal.workflow.Workflow;

/** The rings that came from the marketplace and have not been answered by a read yet. */
final class Doorbells {
  private static final String BUDGET_CHANGED = "contract.budget_state_changed";

  private static final int MOST_EARLY_RINGS = 500;

  private final HireState state;
  private final Surprise surprise;
  private final AppChanges changes;

  /** How often somebody else's success showed that an obstacle is gone; of this run alone. */
  private long clearings;

  Doorbells(Book book, AppChanges changes) {
    this.state = book.state;
    this.surprise = new Surprise(book);
    this.changes = changes;
  }

  /** Remembers rings, also those for approvals whose ask has not been answered yet. */
  void ring(Bells bells) {
    for (Bell bell : bells.bells()) {
      String approvalId = bell.approvalId();
      if (bell.type().equals(Bell.OBSTACLE_GONE)) {
        clearings++;
      } else if (bell.type().equals(BUDGET_CHANGED) && readsBudget()) {
        state.budgetRang = true;
      } else if (approvalId == null) {
        state.contractRang = true;
        if (surprise.in(bell) && changes.heed()) {
          state.appRang = true;
          surprise.believe(bell);
        }
      } else if (awaited(approvalId)) {
        state.rungApprovals.add(approvalId);
      }
    }
    while (state.rungApprovals.size() > MOST_EARLY_RINGS) {
      state.rungApprovals.remove(state.rungApprovals.iterator().next());
    }
  }

  long clearings() {
    return clearings;
  }

  /** Before, this bell was answered like any other of the contract. */
  private static boolean readsBudget() {
    return Workflow.getVersion("budget bell", Workflow.DEFAULT_VERSION, 1)
        != Workflow.DEFAULT_VERSION;
  }

  boolean budgetRang() {
    return state.budgetRang;
  }

  /** Whether people seem to have done something in the app that nobody waits for. */
  boolean appRang() {
    return state.appRang;
  }

  private boolean awaited(String approvalId) {
    ApprovalDocument known = state.approvals.get(approvalId);
    return known == null || known.pending();
  }

  boolean rang(String approvalId) {
    return state.rungApprovals.contains(approvalId);
  }

  /** Call before the read that answers the ring: a ring during the read must not be lost. */
  void answer(String approvalId) {
    state.rungApprovals.remove(approvalId);
  }

  boolean contractRang() {
    return state.contractRang;
  }

  /** Call before the contract is read. */
  void answerContract() {
    state.contractRang = false;
    state.appRang = false;
    state.budgetRang = false;
  }
}
