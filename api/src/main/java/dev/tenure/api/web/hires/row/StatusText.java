package dev.tenure.api.web.hires.row;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.HireDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.util.List;

/** Where a hire stands, in one sentence. */
final class StatusText {

  private StatusText() {}

  static String of(HireView hire) {
    String sentence = plain(hire);
    return hire.document().paused() && !hire.document().status().closed()
        ? sentence + " It is paused: no new approval is requested."
        : sentence;
  }

  private static String plain(HireView hire) {
    HireDocument document = hire.document();
    return switch (document.status()) {
      case REQUESTED ->
          held(hire)
              ? "The hire has not begun: an incident needs an answer first."
              : "The hire is recorded; the marketplace has not been asked yet.";
      case AWAITING_APPROVAL ->
          held(hire)
              ? "The hire is not approved: an incident needs an answer first."
              : "A person must approve the hire" + where(hire);
      case ACTIVE -> "The contract is active; " + progress(hire.milestones()) + ".";
      case ENDING -> "The contract is being ended.";
      case ENDED -> "The contract has ended; " + progress(hire.milestones()) + ".";
      case DECLINED -> "A person declined the hire. Nothing more will happen.";
      case EXPIRED -> "Nobody decided on the hire in time. Nothing more will happen.";
      case CANCELLING ->
          "The hire is being cancelled: watching until the pending approval is decided.";
      case CANCELLED ->
          document.contractId() == null
              ? "The hire was cancelled. Nothing more will happen."
              : "The hire was cancelled. Its contract was left as it is on the marketplace: check there"
                  + " whether it still has to be ended.";
    };
  }

  private static String where(HireView hire) {
    return hire.row().plan().openContract() == null ? " on the marketplace." : ".";
  }

  private static boolean held(HireView hire) {
    return !hire.openIncidents().isEmpty();
  }

  private static String progress(List<MilestoneDocument> milestones) {
    List<MilestoneDocument> ours =
        milestones.stream()
            .filter(one -> !one.foreign() && one.state() != MilestoneState.DROPPED)
            .toList();
    long paid = ours.stream().filter(one -> one.state() == MilestoneState.PAID).count();
    long inPart = ours.stream().filter(one -> one.state() == MilestoneState.PARTLY_PAID).count();
    return paid
        + " of "
        + ours.size()
        + (ours.size() == 1 ? " milestone" : " milestones")
        + " paid"
        + (inPart == 0 ? "" : ", " + inPart + " paid in part");
  }
}
