package dev.tenure.api.web.hires.view;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.web.form.Form;
import dev.tenure.api.web.form.FormField;
import dev.tenure.api.web.form.FormFieldType;
import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked before money moves or something ends.
 *
 * @param words what will happen, and what will not
 * @param consequences the same in numbers
 * @param form what there is to fill in, if anything
 */
public record Confirmation(
    String hirePath,
    String hireTitle,
    String heading,
    String words,
    Consequences consequences,
    ActionButton button,
    Form form) {

  public static final String MARKETPLACE_ID = "/marketplaceId";

  public static Confirmation of(HireMoney money, PageAction action, ActionButton button) {
    HireView hire = money.hire();
    return new Confirmation(
        Links.hire(hire.id()),
        Titles.hire(hire),
        heading(hire, action),
        words(action),
        Consequences.of(action, money),
        button,
        Form.of(
            List.of(
                new Form.Group(
                    null,
                    null,
                    action.needsMarketplaceId() ? List.of(id(hire, action)) : List.of()))));
  }

  /** The same with what was typed. */
  public Confirmation filled(Map<String, String> typed) {
    return with(form.filled(typed));
  }

  /** The same with why it was not carried out a moment ago. */
  public Confirmation refused(Problem problem, String why) {
    return with(form.refused(problem, why));
  }

  private Confirmation with(Form other) {
    return new Confirmation(hirePath, hireTitle, heading, words, consequences, button, other);
  }

  private static FormField id(HireView hire, PageAction action) {
    FormField id = FormField.of(MARKETPLACE_ID, "The marketplace's id", FormFieldType.TEXT);
    boolean inDoubt =
        hire.incident(action.target())
            .filter(one -> one.cause() == IncidentCause.MILESTONE_IN_DOUBT)
            .isPresent();
    return inDoubt
        ? id.hinting("May stay empty if the contract shows exactly one milestone that it can be.")
        : id.needed();
  }

  private static String heading(HireView hire, PageAction action) {
    return switch (action.kind()) {
      case RELEASE -> "Release " + milestone(hire, action.target()) + "?";
      case FUND -> "Fund " + milestone(hire, action.target()) + "?";
      case DISPUTE -> "Dispute " + milestone(hire, action.target()) + "?";
      case DROP -> "Drop " + milestone(hire, action.target()) + "?";
      case END -> "End the contract?";
      case CANCEL -> "Cancel the hire?";
      case RESOLVE -> action.label() + ": " + incident(hire, action.target()) + "?";
      case PAUSE, RESUME, ADD_MILESTONE, CHANGE -> action.label() + "?";
    };
  }

  private static String words(PageAction action) {
    return switch (action.kind()) {
      case RELEASE -> "A person must approve the payment. No money moves before that.";
      case FUND -> "A person must approve the funding. No money moves before that.";
      case DISPUTE ->
          "A person must approve the dispute, since a bond is at risk. Then Backup Agents vote on each"
              + " criterion, and the votes decide who is paid.";
      case DROP -> "It will not be funded. What came after it moves up.";
      case END ->
          "No further milestone is created or funded. An ended contract cannot be opened again.";
      case CANCEL ->
          "No further approval is requested. If somebody confirms a pending one all the same, the"
              + " contract is ended again.";
      case RESOLVE -> action.choice() == null ? "" : answer(action.choice());
      case PAUSE, RESUME, ADD_MILESTONE, CHANGE -> "";
    };
  }

  private static String answer(Resolution choice) {
    return switch (choice) {
      case RETRY -> "The same step is tried again now.";
      case ADOPT -> "What the marketplace has under the id below becomes part of this hire.";
      case SKIP -> "The hire goes on without the step or the milestone concerned.";
      case ABORT -> "The hire is closed; its contract, if there is one, is ended.";
    };
  }

  private static String milestone(HireView hire, String key) {
    return hire.milestone(key)
        .map(one -> one.title() + ", " + Glossary.money(one.amount()))
        .orElse(key);
  }

  private static String incident(HireView hire, String id) {
    return hire.incident(id).map(IncidentDocument::cause).map(Glossary::cause).orElse(id);
  }
}
