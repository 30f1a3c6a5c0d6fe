package dev.tenure.api.web;

import dev.tenure.api.problem.Problem;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.Resolution;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked before money moves or something ends.
 *
 * @param words what will happen, and what will not
 * @param sheet what there is to fill in, if anything
 */
public record Question(
    String hirePath, String hireTitle, String heading, String words, Offer offer, Sheet sheet) {

  static final String MARKETPLACE_ID = "/marketplaceId";

  static Question of(HireView hire, Deed deed, Offer offer) {
    return new Question(
        Links.hire(hire.id()),
        Titles.hire(hire),
        heading(hire, deed),
        words(deed),
        offer,
        Sheet.of(
            List.of(
                new Sheet.Group(
                    null, null, deed.needsMarketplaceId() ? List.of(id(hire, deed)) : List.of()))));
  }

  /** The same with what was typed. */
  Question filled(Map<String, String> form) {
    return new Question(hirePath, hireTitle, heading, words, offer, sheet.filled(form));
  }

  /** The same with why it was not carried out a moment ago. */
  Question refused(Problem problem, String why) {
    return new Question(hirePath, hireTitle, heading, words, offer, sheet.refused(problem, why));
  }

  private static Field id(HireView hire, Deed deed) {
    Field id = Field.of(MARKETPLACE_ID, "The marketplace's id", FieldKind.TEXT);
    boolean inDoubt =
        hire.incidents().stream()
            .anyMatch(
                one ->
                    one.id().equals(deed.target())
                        && one.cause() == IncidentCause.MILESTONE_IN_DOUBT);
    return inDoubt
        ? id.hinting("May stay empty if the contract shows exactly one milestone that it can be.")
        : id.needed();
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
