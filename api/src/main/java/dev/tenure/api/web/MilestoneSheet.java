package dev.tenure.api.web;

import dev.tenure.api.web.Field.Choice;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.ReleaseRule;
import java.util.ArrayList;
import java.util.List;

/** The form that adds a milestone. */
final class MilestoneSheet {

  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int LONGEST_KEY = 32;

  private MilestoneSheet() {}

  static Sheet of(HireView hire) {
    return Sheet.of(
        List.of(
            new Sheet.Group(
                null,
                null,
                List.of(
                    Field.of("/description", "What is to be done", FieldKind.AREA)
                        .needed()
                        .upTo(LONGEST_DESCRIPTION),
                    Field.of("/name", "Name", FieldKind.TEXT).hinting("If you like."),
                    Field.of("/amount", "Amount in US dollars", FieldKind.MONEY)
                        .needed()
                        .hinting("Without fees, for example 250.00."),
                    Field.of("/dueDate", "Due", FieldKind.DAY))),
            new Sheet.Group("When", null, List.of(fund(hire), release(hire))),
            new Sheet.Group(
                "Seldom needed",
                null,
                List.of(
                    Field.of("/volume", "Volume", FieldKind.NUMBER)
                        .hinting("Hours or labels, on a contract that is paid by them."),
                    Field.of("/key", "Key", FieldKind.TEXT)
                        .upTo(LONGEST_KEY)
                        .hinting("a-z, 0-9, _ and -; else the next free one, such as m4.")))));
  }

  private static Field fund(HireView hire) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "After the last milestone is paid"));
    hire.milestones().stream()
        .filter(MilestoneSheet::payable)
        .forEach(
            one ->
                choices.add(
                    new Choice("after_paid " + one.key(), "After " + one.title() + " is paid")));
    choices.add(new Choice("at_start", "At once"));
    choices.add(new Choice("on_request", "When you say so"));
    return Field.of("/fund", "Its funding is asked for", FieldKind.FUND).offering(choices);
  }

  private static boolean payable(MilestoneDocument milestone) {
    return !milestone.foreign()
        && milestone.state() != MilestoneState.CANCELLED
        && milestone.state() != MilestoneState.DROPPED;
  }

  private static Field release(HireView hire) {
    ReleaseRule policy = hire.row().terms().policies().release();
    return Field.choice(
        "/release",
        "Its release is asked for",
        new Choice("", "As this hire does it: " + Rules.words(policy)),
        new Choice(ReleaseRule.ON_DELIVERY.wire(), Rules.words(ReleaseRule.ON_DELIVERY)),
        new Choice(ReleaseRule.ON_REQUEST.wire(), Rules.words(ReleaseRule.ON_REQUEST)));
  }
}
