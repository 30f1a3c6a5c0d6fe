package dev.tenure.api.web;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.HireDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.util.List;

/** Where a hire stands, in one sentence. */
final class StatusWords {

  private StatusWords() {}

  static String of(HireView hire) {
    String sentence = plain(hire);
    return hire.document().paused() && !hire.document().status().closed()
        ? sentence + " It is paused: nothing new is asked of anybody."
        : sentence;
  }

  private static String plain(HireView hire) {
    HireDocument document = hire.document();
    return switch (document.status()) {
      case REQUESTED ->
          held(hire)
              ? "The hire is not under way yet: something needs an answer first."
              : "The hire is recorded; the marketplace has not been asked yet.";
      case AWAITING_APPROVAL ->
          held(hire)
              ? "The hire is not confirmed: something needs an answer first."
              : "A person must confirm the hire on the marketplace.";
      case ACTIVE -> "The contract is active; " + progress(hire.milestones()) + ".";
      case ENDING -> "The end of the contract is under way.";
      case ENDED -> "The contract has ended; " + progress(hire.milestones()) + ".";
      case DECLINED -> "A person declined the hire. Nothing more will happen.";
      case EXPIRED -> "Nobody decided on the hire in time. Nothing more will happen.";
      case CANCELLING ->
          "It was cancelled, and stands guard until the approval that is still open is decided.";
      case CANCELLED ->
          document.contractId() == null
              ? "It was cancelled. Nothing more will happen."
              : "Tenure has let go of it. Its contract was left as it is on the marketplace: see"
                  + " there whether it still has to be ended.";
    };
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
    return paid
        + " of "
        + ours.size()
        + (ours.size() == 1 ? " milestone" : " milestones")
        + " paid";
  }
}
