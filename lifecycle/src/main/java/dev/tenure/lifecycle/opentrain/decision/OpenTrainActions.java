package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.plan.FundWhen;
import java.util.ArrayList;
import java.util.List;

/** What the state of a hire allows to be commanded. */
public final class OpenTrainActions {
  private final OpenTrainHire hire;
  private final OpenTrainConditions conditions;
  private final boolean steerable;

  private OpenTrainActions(OpenTrainHire hire) {
    this.hire = hire;
    this.conditions = new OpenTrainConditions(hire);
    this.steerable = hire.status() == HireStatus.ACTIVE && !hire.reopened();
  }

  /** Everything that is allowed, each with its target and its answers. */
  public static List<AllowedAction> of(OpenTrainHire hire) {
    OpenTrainActions allowed = new OpenTrainActions(hire);
    List<AllowedAction> actions = new ArrayList<>();
    if (hire.closed() == null && !hire.contract().ended() && !hire.abandoned()) {
      hire.milestones().forEach(milestone -> allowed.milestone(milestone, actions));
      allowed.hire(actions);
    }
    for (Incident incident : hire.openIncidents()) {
      actions.add(
          new AllowedAction(
              ActionKind.RESOLVE, incident.id(), allowed.conditions.offered(incident)));
    }
    return actions;
  }

  private void milestone(Milestone milestone, List<AllowedAction> actions) {
    String key = milestone.key();
    if (steerable && !hire.paused() && fundable(milestone)) {
      actions.add(AllowedAction.of(ActionKind.FUND, key));
    }
    if (steerable && !hire.paused() && releasable(milestone)) {
      actions.add(AllowedAction.of(ActionKind.RELEASE, key));
    }
    if (growing() && conditions.droppable(milestone)) {
      actions.add(AllowedAction.of(ActionKind.DROP, key));
    }
  }

  private void hire(List<AllowedAction> actions) {
    if (growing()) {
      actions.add(AllowedAction.of(ActionKind.ADD_MILESTONE, null));
      actions.add(AllowedAction.of(hire.paused() ? ActionKind.RESUME : ActionKind.PAUSE, null));
    }
    actions.add(AllowedAction.of(ActionKind.CHANGE, null));
    if (steerable) {
      actions.add(AllowedAction.of(ActionKind.END, null));
    }
    if (!hire.contract().known() && hire.givenUp() == null) {
      actions.add(AllowedAction.of(ActionKind.CANCEL, null));
    }
  }

  /** Whether the hire goes on, with or without a contract yet. */
  private boolean growing() {
    return hire.contract().known() ? steerable : hire.givenUp() == null;
  }

  private boolean fundable(Milestone milestone) {
    return !milestone.foreign()
        && milestone.terms().fund().when() == FundWhen.ON_REQUEST
        && hire.awaitsFundCommand(milestone);
  }

  private boolean releasable(Milestone milestone) {
    return !milestone.foreign()
        && (milestone.stage() == Stage.FUNDED || milestone.stage() == Stage.DELIVERED)
        && !milestone.releaseCommanded()
        && !hire.live(Step.release(milestone.key()));
  }

  /** Whether the first milestone may still get other terms: until a person has confirmed it. */
  static boolean firstIsOpen(OpenTrainHire hire) {
    return !hire.contract().known()
        && hire.givenUp() == null
        && hire.asks(hire.hireStep()).noneMatch(OpenTrainActions::done);
  }

  private static boolean done(Ask ask) {
    return switch (ask.state()) {
      case CONFIRMED, EXECUTED -> true;
      default -> false;
    };
  }

  /**
   * Whether a later milestone may still get other terms: until it is created, or may be. One whose
   * creation an obstacle holds is not.
   */
  static boolean isOpen(OpenTrainHire hire, Milestone milestone) {
    boolean uncreated =
        switch (milestone.creation()) {
          case NONE -> true;
          case SENT -> hire.obstruction(Step.create(milestone.key()).toString()) != null;
          case DOUBT -> false;
        };
    return !milestone.foreign()
        && !milestone.dropped()
        && milestone.stage() == Stage.NONE
        && uncreated;
  }
}
