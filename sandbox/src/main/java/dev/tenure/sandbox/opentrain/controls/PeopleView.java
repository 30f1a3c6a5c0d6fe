package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.json.Iso;
import dev.tenure.sandbox.opentrain.model.contract.Edit;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy.Rule;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The policy of the simulated people as JSON; what is read here can be sent back as it is. */
@Serdeable
record PeopleView(List<RuleView> approvals, PeoplePolicy.Trainer trainer, long seed) {

  @Serdeable
  record RuleView(
      String type,
      @Nullable String account,
      @Nullable String subject,
      String decision,
      long delayMs,
      @Nullable Long maxDelayMs,
      @Nullable Long beforeExpiryMs,
      @Nullable Double probability,
      boolean twice,
      @Nullable EditView edit) {
    static RuleView of(Rule rule) {
      return new RuleView(
          rule.type() == null ? "*" : rule.type().word(),
          rule.account(),
          rule.subject(),
          rule.decision().name().toLowerCase(Locale.ROOT),
          rule.when().delayMs(),
          rule.when().maxDelayMs(),
          rule.when().beforeExpiryMs(),
          rule.probability(),
          rule.twice(),
          rule.edit() == null ? null : EditView.of(rule.edit()));
    }
  }

  @Serdeable
  record EditView(
      @Nullable String name,
      @Nullable String description,
      @Nullable BigDecimal amount,
      @Nullable Long amountPercent,
      @Nullable String dueDate) {
    static EditView of(Edit edit) {
      return new EditView(
          edit.name(),
          edit.description(),
          edit.amountCents() == null ? null : Money.usd(edit.amountCents()),
          edit.percent(),
          Iso.maybe(edit.dueDate()));
    }
  }

  static PeopleView of(PeoplePolicy policy) {
    return new PeopleView(
        policy.approvals().stream().map(RuleView::of).toList(), policy.trainer(), policy.seed());
  }
}
