package dev.tenure.lifecycle.opencontract.decision;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the state of a hire on OpenContract allows to be commanded. */
public final class OpenContractActions {
  private final OpenContractHire hire;
  private final OpenContractConditions conditions;
  private final List<AllowedAction> actions = new ArrayList<>();

  private OpenContractActions(OpenContractHire hire) {
    this.hire = hire;
    this.conditions = new OpenContractConditions(hire);
  }

  /** Everything that is allowed, each with its target and its answers; decisions aside. */
  public static List<AllowedAction> of(OpenContractHire hire) {
    OpenContractActions allowed = new OpenContractActions(hire);
    if (hire.closed() == null && !hire.abandoned()) {
      hire.milestones().forEach(allowed::milestone);
      allowed.hire();
    }
    for (Incident incident : hire.openIncidents()) {
      allowed.actions.add(
          new AllowedAction(
              ActionKind.RESOLVE, incident.id(), allowed.conditions.offered(incident)));
    }
    return List.copyOf(allowed.actions);
  }

  private void milestone(PlannedMilestone milestone) {
    boolean grows = !hire.ending();
    allow(grows && !hire.paused() && hire.awaitsFundCommand(milestone), ActionKind.FUND, milestone);
    allow(!hire.paused() && releasable(milestone), ActionKind.RELEASE, milestone);
    allow(disputable(milestone), ActionKind.DISPUTE, milestone);
    allow(grows && droppable(milestone), ActionKind.DROP, milestone);
  }

  private void allow(boolean allowed, ActionKind action, PlannedMilestone milestone) {
    if (allowed) {
      actions.add(AllowedAction.of(action, milestone.key()));
    }
  }

  private void hire() {
    if (!hire.ending()) {
      actions.add(AllowedAction.of(ActionKind.ADD_MILESTONE, null));
      actions.add(AllowedAction.of(hire.paused() ? ActionKind.RESUME : ActionKind.PAUSE, null));
    }
    actions.add(AllowedAction.of(ActionKind.CHANGE, null));
    if (!hire.ending()) {
      actions.add(
          AllowedAction.of(hire.everContracted() ? ActionKind.END : ActionKind.CANCEL, null));
    }
  }

  /** Until somebody has judged the delivery, and while nobody is asked to. */
  private boolean releasable(PlannedMilestone milestone) {
    WorkingContract contract = underReview(milestone);
    return contract != null
        && open(hire.lastApproval(Step.release(milestone.key()), contract.ordinal()));
  }

  private boolean disputable(PlannedMilestone milestone) {
    WorkingContract contract = underReview(milestone);
    return contract != null
        && open(hire.lastApproval(Step.dispute(milestone.key()), contract.ordinal()));
  }

  private static boolean open(@Nullable Approval last) {
    return last == null || !last.pending();
  }

  /** The contract whose delivery nobody has given a yes on yet. */
  private @Nullable WorkingContract underReview(PlannedMilestone milestone) {
    WorkingContract contract = milestone.contract();
    return contract != null
            && contract.is(WorkingContractStatus.UNDER_REVIEW)
            && contract.disputeBegunAt() == null
            && hire.confirmed(Step.release(milestone.key()), contract.ordinal()) == null
            && hire.confirmed(Step.dispute(milestone.key()), contract.ordinal()) == null
        ? contract
        : null;
  }

  /** Our own approval of it can be recalled, and a creation that is held up; no other can. */
  private boolean droppable(PlannedMilestone milestone) {
    return milestone.contracts().isEmpty()
        && !milestone.dropped()
        && (milestone.creation() == null || conditions.withdrawable(milestone));
  }

  /**
   * Whether a milestone may still get other terms: while no contract of it is, or may be, under
   * way, or its creation is held up, and there is something left to be done for it.
   */
  static boolean changeable(OpenContractHire hire, PlannedMilestone milestone) {
    return (OpenContractConditions.free(milestone)
            || OpenContractConditions.withdrawable(hire, milestone))
        && !hire.finished(milestone);
  }
}
