package dev.tenure.api.web;

import dev.tenure.api.web.Field.Choice;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.EndRule;
import dev.tenure.model.HireTerms;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.Money;
import dev.tenure.model.Policies;
import dev.tenure.model.RefusalPolicy;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Then;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form that changes what the requester decides. */
final class ChangeSheet {

  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int LONGEST_LABELS = 6000;

  private ChangeSheet() {}

  static Sheet of(HireView hire) {
    HireTerms terms = hire.row().terms();
    List<Sheet.Group> groups = new ArrayList<>();
    groups.add(budget(terms));
    if (hire.document().contractId() == null) {
      groups.add(first(hire.milestones().getFirst()));
    }
    groups.add(known(terms));
    groups.add(policies(terms.policies()));
    return Sheet.of(List.copyOf(groups));
  }

  private static Sheet.Group budget(HireTerms terms) {
    return new Sheet.Group(
        null,
        null,
        List.of(
            Field.of("/budget/cap", "Budget in US dollars", FieldKind.MONEY)
                .hinting("The most that the hire may ever cost, fees included. Empty: no cap.")
                .holding(plain(terms.cap()))));
  }

  private static Sheet.Group first(MilestoneDocument milestone) {
    return new Sheet.Group(
        "First milestone",
        "The approval that is pending is replaced by a new one with these terms.",
        List.of(
            Field.of("/firstMilestone/name", "Name", FieldKind.TEXT).holding(milestone.name()),
            Field.of("/firstMilestone/description", "What is to be done", FieldKind.AREA)
                .upTo(LONGEST_DESCRIPTION)
                .holding(milestone.description()),
            Field.of("/firstMilestone/amount", "Amount in US dollars", FieldKind.MONEY)
                .holding(plain(milestone.amount())),
            Field.of("/firstMilestone/dueDate", "Due", FieldKind.DAY)
                .holding(milestone.dueDate() == null ? null : milestone.dueDate().toString())));
  }

  private static Sheet.Group known(HireTerms terms) {
    String labels =
        terms.labels().entrySet().stream()
            .map(label -> label.getKey() + ": " + label.getValue())
            .collect(Collectors.joining("\n"));
    return new Sheet.Group(
        "What it is known by",
        null,
        List.of(
            Field.of("/externalRef", "Reference", FieldKind.TEXT).holding(terms.externalRef()),
            Field.of("/labels", "Labels", FieldKind.LABELS)
                .hinting("One to a line, for example team: vision.")
                .upTo(LONGEST_LABELS)
                .holding(labels)));
  }

  private static Sheet.Group policies(Policies policies) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        choice(
                "/policies/release",
                "Ask for a release",
                ReleaseRule.values(),
                ReleaseRule::wire,
                Rules::words)
            .holding(policies.release().wire()));
    fields.add(
        choice("/policies/end", "End the contract", EndRule.values(), EndRule::wire, Rules::words)
            .holding(policies.end().wire()));
    fields.addAll(refusal("/policies/onDeclined", "declined", policies.onDeclined()));
    fields.addAll(refusal("/policies/onExpired", "expired", policies.onExpired()));
    fields.add(
        choice(
                "/policies/onEditedTerms",
                "When people edit the terms",
                EditedTerms.values(),
                EditedTerms::wire,
                Rules::words)
            .holding(policies.onEditedTerms().wire()));
    return new Sheet.Group("Policies", null, List.copyOf(fields));
  }

  private static List<Field> refusal(String pointer, String what, RefusalPolicy policy) {
    return List.of(
        Field.of(pointer + "/reRequest", "When " + what + ", ask again", FieldKind.NUMBER)
            .hinting("How many times, 0 to 10.")
            .holding(Integer.toString(policy.reRequest())),
        choice(
                pointer + "/then",
                "When " + what + " for good",
                Then.values(),
                Then::wire,
                Rules::words)
            .holding(policy.then().wire()));
  }

  private static <E> Field choice(
      String pointer, String label, E[] all, Function<E, String> wire, Function<E, String> words) {
    return Field.choice(
        pointer,
        label,
        Arrays.stream(all)
            .map(one -> new Choice(wire.apply(one), words.apply(one)))
            .toArray(Choice[]::new));
  }

  private static @Nullable String plain(@Nullable Money money) {
    return money == null ? null : money.amount().toPlainString();
  }
}
