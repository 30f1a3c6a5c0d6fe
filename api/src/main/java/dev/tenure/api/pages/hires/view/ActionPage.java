package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.FormField;
import dev.tenure.api.pages.form.FormFieldType;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.problem.Problem;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked before a command is sent: whether it is meant, and what there is to fill
 * in.
 */
public record ActionPage(HireMoney money, ActionButton button, Form form) {

  public static final String MARKETPLACE_ID = "/marketplaceId";

  /** The page of a command, with nothing typed yet. */
  public static ActionPage of(HireMoney money, ActionButton button) {
    return new ActionPage(money, button, blank(money.hire(), button.action()));
  }

  /** What there is to fill in before a command is sent, with nothing typed yet. */
  public static Form blank(HireView hire, PageAction action) {
    return switch (action.kind()) {
      case ADD_MILESTONE -> MilestoneForm.of(hire);
      case CHANGE -> ChangeForm.of(hire);
      case RELEASE, FUND, DISPUTE, DROP, PAUSE, RESUME, END, CANCEL, RESOLVE ->
          Form.of(
              action.needsMarketplaceId()
                  ? List.of(new Form.Group(null, null, List.of(id(hire, action))))
                  : List.of());
    };
  }

  public HireView hire() {
    return money.hire();
  }

  /** What will happen, and what will not, in numbers. */
  public Consequences consequences() {
    return Consequences.of(button.action(), money);
  }

  /** The same with what was typed. */
  public ActionPage filled(Map<String, String> typed) {
    return new ActionPage(money, button, form.filled(typed));
  }

  /** The same with why it was not carried out a moment ago. */
  public ActionPage refused(Problem problem, String why) {
    return new ActionPage(money, button, form.refused(problem, why));
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

  public String heading() {
    PageAction action = button.action();
    return switch (action.kind()) {
      case RELEASE, FUND, DISPUTE, DROP -> action.label() + " " + milestone(action.target()) + "?";
      case RESOLVE -> action.label() + ": " + incident(action.target()) + "?";
      case END, CANCEL, PAUSE, RESUME -> action.label() + "?";
      case ADD_MILESTONE, CHANGE -> action.label();
    };
  }

  /** What will happen, and what will not. */
  public String words() {
    PageAction action = button.action();
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
          money.hire().openContract()
              ? "No further approval is requested. A contract that is being paid for at this moment is"
                  + " cancelled once it is there."
              : "No further approval is requested. If somebody confirms a pending one all the same,"
                  + " the contract is ended again.";
      case RESOLVE -> action.choice() == null ? "" : answer(action.choice());
      case PAUSE, RESUME -> "";
      case ADD_MILESTONE -> "A person must approve its funding before any money moves.";
      case CHANGE ->
          "Only what you change here is changed."
              + (hire().document().contractId() == null
                  ? ""
                  : " A milestone that is not created yet is changed over HTTP: PATCH"
                      + " /v1/hires/{id}/milestones/{key}.");
    };
  }

  /** What the button says that sends it. */
  public String submit() {
    return button.action().kind() == ActionKind.ADD_MILESTONE
        ? "Add the milestone"
        : button.action().label();
  }

  private static String answer(Resolution choice) {
    return switch (choice) {
      case RETRY -> "The same step is tried again now.";
      case ADOPT -> "What the marketplace has under the id below becomes part of this hire.";
      case SKIP -> "The hire goes on without the step or the milestone concerned.";
      case ABORT -> "The hire is closed; its contract, if there is one, is ended.";
    };
  }

  private String milestone(String key) {
    return hire()
        .milestone(key)
        .map(one -> one.title() + ", " + Glossary.money(one.amount()))
        .orElse(key);
  }

  private String incident(String id) {
    return hire().incident(id).map(IncidentDocument::cause).map(Glossary::words).orElse(id);
  }
}
