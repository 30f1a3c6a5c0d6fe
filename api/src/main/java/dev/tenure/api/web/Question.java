package dev.tenure.api.web;

import dev.tenure.journal.HireView;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked before money moves or something ends.
 *
 * @param words what will happen, and what will not
 * @param error why the same was not carried out a moment ago
 */
public record Question(
    String hirePath,
    String hireTitle,
    String heading,
    String words,
    Offer offer,
    boolean needsMarketplaceId,
    @Nullable String error) {

  static Question of(HireView hire, Deed deed, Offer offer, @Nullable String error) {
    return new Question(
        Links.hire(hire.id()),
        Titles.hire(hire),
        heading(hire, deed),
        words(deed),
        offer,
        deed.needsMarketplaceId(),
        error);
  }

  private static String heading(HireView hire, Deed deed) {
    return switch (deed.kind()) {
      case RELEASE -> "Ask for the release of " + milestone(hire, deed.target()) + "?";
      case FUND -> "Ask for the funding of " + milestone(hire, deed.target()) + "?";
      case DROP -> "Drop " + milestone(hire, deed.target()) + "?";
      case END -> "End the contract?";
      case CANCEL -> "Cancel the hire?";
      case RESOLVE -> deed.label() + ": " + incident(hire, deed.target()) + "?";
      case PAUSE, RESUME, ADD_MILESTONE, CHANGE -> deed.label() + "?";
    };
  }

  private static String words(Deed deed) {
    return switch (deed.kind()) {
      case RELEASE ->
          "The marketplace will ask a person to confirm the payment. No money moves before that.";
      case FUND ->
          "The marketplace will ask a person to confirm the funding. No money moves before that.";
      case DROP -> "It will not be funded any more. What came after it moves up.";
      case END ->
          "No further milestone will be created or funded. Where the marketplace wants it, a person"
              + " must confirm the end.";
      case CANCEL ->
          "Nothing new is asked for. An approval that is open cannot be recalled: if somebody"
              + " confirms it all the same, the contract is ended again.";
      case RESOLVE -> deed.choice() == null ? "" : answer(deed.choice());
      case PAUSE, RESUME, ADD_MILESTONE, CHANGE -> "";
    };
  }

  private static String answer(Resolution choice) {
    return switch (choice) {
      case RETRY -> "The same step is tried again now.";
      case ADOPT -> "What stands on the marketplace under the id below is taken as this hire's.";
      case SKIP -> "The hire goes on without the step or the milestone concerned.";
      case ABORT -> "The hire is given up: it is closed, or its contract is ended.";
    };
  }

  private static String milestone(HireView hire, String key) {
    return hire.milestones().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .map(Question::withAmount)
        .orElse(key);
  }

  private static String withAmount(MilestoneDocument milestone) {
    return milestone.title() + ", " + Words.money(milestone.amount());
  }

  private static String incident(HireView hire, String id) {
    return hire.incidents().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(IncidentDocument::cause)
        .map(Words::cause)
        .orElse(id);
  }
}
