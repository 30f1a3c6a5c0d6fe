package dev.tenure.workflows;

import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.FundWhen;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.util.ArrayList;
import java.util.List;

/** What the state of a hire allows to be commanded. */
final class AllowedActions {
  private final Book book;

  private AllowedActions(Book book) {
    this.book = book;
  }

  static List<AllowedAction> of(Book book) {
    AllowedActions allowed = new AllowedActions(book);
    List<AllowedAction> actions = new ArrayList<>();
    if (!book.state.status.closed() && !allowed.over()) {
      allowed.milestones(actions);
      allowed.hire(actions);
    }
    for (IncidentDocument incident : book.openIncidents()) {
      actions.add(
          new AllowedAction(ActionKind.RESOLVE, incident.id(), Answers.stillTo(book, incident)));
    }
    return actions;
  }

  private void milestones(List<AllowedAction> actions) {
    for (MilestoneDocument milestone : book.milestones()) {
      String key = milestone.key();
      if (steerable() && !book.state.paused && fundable(milestone)) {
        actions.add(AllowedAction.of(ActionKind.FUND, key));
      }
      if (steerable() && !book.state.paused && releasable(milestone)) {
        actions.add(AllowedAction.of(ActionKind.RELEASE, key));
      }
      if (growing() && droppable(milestone)) {
        actions.add(AllowedAction.of(ActionKind.DROP, key));
      }
    }
  }

  private void hire(List<AllowedAction> actions) {
    if (growing()) {
      actions.add(AllowedAction.of(ActionKind.ADD_MILESTONE, null));
      actions.add(AllowedAction.of(book.state.paused ? ActionKind.RESUME : ActionKind.PAUSE, null));
    }
    actions.add(AllowedAction.of(ActionKind.CHANGE, null));
    if (steerable()) {
      actions.add(AllowedAction.of(ActionKind.END, null));
    }
    if (!book.hasContract() && !givenUp()) {
      actions.add(AllowedAction.of(ActionKind.CANCEL, null));
    }
  }

  /** Whether the first milestone may still get other terms: until a person has confirmed it. */
  static boolean firstIsOpen(Book book) {
    return !book.hasContract()
        && new AllowedActions(book).growing()
        && book.state.unsettled.values().stream().noneMatch(end -> end.contractId() != null);
  }

  private boolean over() {
    return book.state.contractEnded || book.state.closing != null;
  }

  private boolean givenUp() {
    return book.state.givenUpAs != null;
  }

  /** Whether the contract stands and nothing ends it. */
  private boolean steerable() {
    return book.state.status == HireStatus.ACTIVE && !book.state.endRequested;
  }

  /** Whether the hire goes on, with or without a contract yet. */
  private boolean growing() {
    return book.hasContract() ? steerable() : !givenUp();
  }

  private boolean fundable(MilestoneDocument milestone) {
    return !milestone.foreign()
        && milestone.fund().when() == FundWhen.ON_REQUEST
        && milestone.state() == MilestoneState.PLANNED
        && !book.state.fundingsRequested.contains(milestone.key());
  }

  private boolean releasable(MilestoneDocument milestone) {
    return !milestone.foreign()
        && (milestone.state() == MilestoneState.FUNDED
            || milestone.state() == MilestoneState.DELIVERED)
        && !book.state.releasesRequested.contains(milestone.key());
  }

  /** Until its funding is asked for; the first one is funded by the hire itself. */
  private boolean droppable(MilestoneDocument milestone) {
    return !milestone.foreign()
        && !milestone.key().equals(book.plan.first().key())
        && (milestone.state() == MilestoneState.PLANNED
            || milestone.state() == MilestoneState.CREATED);
  }
}
