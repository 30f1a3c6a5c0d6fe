package dev.tenure.api.pages.hires.view;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WaitKind;
import java.util.List;

/** A hire, in words for people. */
public record HireRow(HireView hire) {

  /** How its status is to look: waiting for a person, under way, done, or neither. */
  public String tone() {
    return switch (hire.document().status()) {
      case ENDED -> "done";
      case AWAITING_APPROVAL -> "waits";
      case ACTIVE, ENDING, REQUESTED -> "runs";
      case DECLINED, EXPIRED, CANCELLING, CANCELLED -> "idle";
    };
  }

  /** Where it stands, in one sentence, or two while it is paused. */
  public String sentence() {
    HireDocument document = hire.document();
    return document.paused() && !document.status().closed()
        ? status() + " It is paused: no new approval is requested."
        : status();
  }

  private String status() {
    return switch (hire.document().status()) {
      case REQUESTED ->
          held()
              ? "The hire has not begun: an incident needs an answer first."
              : "The hire is recorded; the marketplace has not been asked yet.";
      case AWAITING_APPROVAL ->
          held()
              ? "The hire has no contract yet: an incident needs an answer first."
              : awaitsApproval()
                  ? "A person must approve the hire"
                      + (hire.openContract() ? "." : " on the marketplace.")
                  : "The hire has no contract yet, and no approval of it is pending.";
      case ACTIVE -> "The contract is active; " + progress() + ".";
      case ENDING -> "The contract is being ended.";
      case ENDED -> "The contract has ended; " + progress() + ".";
      case DECLINED -> "A person declined the hire. Nothing more will happen.";
      case EXPIRED -> "Nobody decided on the hire in time. Nothing more will happen.";
      case CANCELLING ->
          "The hire is being cancelled: watching until the pending approval is decided.";
      case CANCELLED ->
          hire.document().contractId() == null
              ? "The hire was cancelled. Nothing more will happen."
              : "The hire was cancelled. Its contract was left as it is on the marketplace: check there"
                  + " whether it still has to be ended.";
    };
  }

  /** The status is the same from the asking until there is a contract. */
  private boolean awaitsApproval() {
    return hire.document().waitingFor().stream().anyMatch(wait -> wait.kind() == WaitKind.APPROVAL);
  }

  private boolean held() {
    return !hire.openIncidents().isEmpty();
  }

  private String progress() {
    List<MilestoneState> ours =
        hire.milestones().stream()
            .filter(one -> !one.foreign())
            .map(MilestoneDocument::state)
            .filter(state -> state != MilestoneState.DROPPED)
            .toList();
    long paid = ours.stream().filter(MilestoneState.PAID::equals).count();
    long inPart = ours.stream().filter(MilestoneState.PARTLY_PAID::equals).count();
    return "%d of %d %s paid%s"
        .formatted(
            paid,
            ours.size(),
            ours.size() == 1 ? "milestone" : "milestones",
            inPart == 0 ? "" : ", " + inPart + " paid in part");
  }
}
