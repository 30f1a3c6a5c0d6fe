package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.market.Orders;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.Iso;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Edit;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.PeoplePolicy;
import dev.tenure.sandbox.world.PeoplePolicy.Decision;
import dev.tenure.sandbox.world.PeoplePolicy.Rule;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The policy of the simulated people as JSON. */
@Serdeable
record PeopleView(List<RuleView> approvals, PeoplePolicy.Trainer trainer) {
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  @Serdeable
  record RuleView(
      String type,
      @Nullable String subject,
      String decision,
      long delayMs,
      @Nullable EditView edit) {
    static RuleView of(Rule rule) {
      return new RuleView(
          rule.type() == null ? "*" : rule.type().word(),
          rule.subject(),
          rule.decision().name().toLowerCase(Locale.ROOT),
          rule.delayMs(),
          rule.edit() == null ? null : EditView.of(rule.edit()));
    }
  }

  @Serdeable
  record EditView(
      @Nullable String name,
      @Nullable String description,
      @Nullable BigDecimal amount,
      @Nullable String dueDate) {
    static EditView of(Edit edit) {
      return new EditView(
          edit.name(),
          edit.description(),
          edit.amountCents() == null ? null : Money.usd(edit.amountCents()),
          Iso.maybe(edit.dueDate()));
    }
  }

  static PeopleView of(PeoplePolicy policy) {
    return new PeopleView(policy.approvals().stream().map(RuleView::of).toList(), policy.trainer());
  }

  static PeoplePolicy read(Fields body) {
    Fields trainer = body.maybeObject("trainer");
    return new PeoplePolicy(
        body.objects("approvals").stream().map(PeopleView::rule).toList(),
        trainer == null
            ? PeoplePolicy.ABSENT.trainer()
            : new PeoplePolicy.Trainer(
                trainer.flag("requestPayout", false), trainer.whole("delayMs", 0, LONGEST_MS, 0)));
  }

  private static Rule rule(Fields rule) {
    String decision = rule.text("decision");
    Fields edit = rule.maybeObject("edit");
    return new Rule(
        type(rule),
        rule.maybeText("subject"),
        Stream.of(Decision.values())
            .filter(known -> known.name().equalsIgnoreCase(decision))
            .findFirst()
            .orElseThrow(
                () ->
                    Refusal.field(
                        rule.name("decision"), "must be confirm, decline, ignore or edit")),
        rule.whole("delayMs", 0, LONGEST_MS, 0),
        edit == null ? null : Orders.edit(edit));
  }

  private static @Nullable ApprovalType type(Fields rule) {
    String type = rule.maybeText("type");
    if (type == null || type.equals("*")) {
      return null;
    }
    return ApprovalType.named(type)
        .orElseThrow(() -> Refusal.field(rule.name("type"), "is not a type of approval"));
  }
}
