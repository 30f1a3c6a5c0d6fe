package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.FormField;
import dev.tenure.api.pages.form.FormField.Choice;
import dev.tenure.api.pages.form.FormFieldType;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.plan.ReleaseRule;
import java.util.ArrayList;
import java.util.List;

/** The form that adds a milestone. */
public final class MilestoneForm {

  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int LONGEST_KEY = 32;

  private MilestoneForm() {}

  public static Form of(HireView hire) {
    boolean openContract = hire.openContract();
    List<FormField> needed = new ArrayList<>();
    needed.add(
        FormField.of("/description", "What is to be done", FormFieldType.AREA)
            .needed()
            .upTo(LONGEST_DESCRIPTION));
    if (openContract) {
      needed.add(
          FormField.of(
                  "/openContract/acceptanceCriteria", "Acceptance criteria", FormFieldType.LINES)
              .needed()
              .upTo(LONGEST_DESCRIPTION)
              .hinting("One to a line, 1 to 10; each is judged and paid alike."));
    }
    needed.add(FormField.of("/name", "Name", FormFieldType.TEXT).hinting("Optional."));
    needed.add(amount(openContract).needed());
    List<FormField> optional = new ArrayList<>();
    if (!openContract) {
      needed.add(FormField.of("/dueDate", "Due", FormFieldType.DAY));
      optional.add(
          FormField.of("/volume", "Volume", FormFieldType.NUMBER)
              .hinting("Hours or labels, on a contract that is paid by them."));
    }
    optional.add(
        FormField.of("/key", "Key", FormFieldType.TEXT)
            .upTo(LONGEST_KEY)
            .hinting("a-z, 0-9, _ and -; else the next free one, such as m4."));
    return Form.of(
        List.of(
            new Form.Group(null, null, List.copyOf(needed)),
            new Form.Group("When", null, List.of(fund(hire), release(hire))),
            new Form.Group("Optional", null, List.copyOf(optional))));
  }

  private static FormField amount(boolean openContract) {
    return openContract
        ? FormField.of("/amount", "Amount in USDC", FormFieldType.USDC)
            .hinting("For example 50.00; the marketplace's fee is within it.")
        : FormField.of("/amount", "Amount in US dollars", FormFieldType.MONEY)
            .hinting("Without fees, for example 250.00 or $1,250.50.");
  }

  private static FormField fund(HireView hire) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "After the last milestone is paid"));
    hire.milestones().stream()
        .filter(MilestoneForm::payable)
        .forEach(
            one ->
                choices.add(
                    new Choice("after_paid " + one.key(), "After " + one.title() + " is paid")));
    choices.add(new Choice("at_start", "At once"));
    choices.add(new Choice("on_request", "On your command"));
    return FormField.of("/fund", "Its funding is requested", FormFieldType.FUND).offering(choices);
  }

  private static boolean payable(MilestoneDocument milestone) {
    return !milestone.foreign()
        && milestone.state() != MilestoneState.CANCELLED
        && milestone.state() != MilestoneState.DROPPED;
  }

  private static FormField release(HireView hire) {
    ReleaseRule policy = hire.row().terms().policies().release();
    return FormField.of("/release", "Its release is requested", FormFieldType.CHOICE)
        .offering(
            List.of(
                new Choice("", "Default: " + Glossary.rule(policy)),
                new Choice(ReleaseRule.ON_DELIVERY.wire(), Glossary.rule(ReleaseRule.ON_DELIVERY)),
                new Choice(ReleaseRule.ON_REQUEST.wire(), Glossary.rule(ReleaseRule.ON_REQUEST))));
  }
}
