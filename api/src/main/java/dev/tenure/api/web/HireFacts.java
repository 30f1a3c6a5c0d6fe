package dev.tenure.api.web;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.BudgetUsage;
import dev.tenure.model.HireTerms;
import dev.tenure.model.MoneyTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plain facts of a hire, with their names. */
final class HireFacts {

  private HireFacts() {}

  static List<Fact> of(HireView hire) {
    HireTerms terms = hire.row().terms();
    var facts = new ArrayList<Fact>();
    add(facts, "Hire", hire.id());
    add(facts, "Account", hire.document().account());
    add(facts, "Proposal", hire.document().proposalId());
    add(facts, "Contract", hire.document().contractId());
    add(facts, "Reference", terms.externalRef());
    add(facts, "Labels", labels(terms));
    add(facts, "Release", rule(terms.policies().release().wire()));
    add(facts, "End", rule(terms.policies().end().wire()));
    return List.copyOf(facts);
  }

  static List<Fact> money(HireView hire) {
    MoneyTotals money = hire.document().money();
    var facts = new ArrayList<Fact>();
    facts.addAll(totals(hire, money));
    add(facts, "Funded work", usage(hire.document().budgetUsage()));
    return List.copyOf(facts);
  }

  private static List<Fact> totals(HireView hire, MoneyTotals money) {
    return List.of(
        new Fact("Budget", money.cap() == null ? "no cap" : Words.money(money.cap())),
        new Fact("Committed", Words.money(money.committed())),
        new Fact("Paid to the trainer", Words.money(money.paid())),
        new Fact("Fees, estimated", Words.money(money.feesEstimated())),
        new Fact("Fees, booked", booked(hire)),
        new Fact("At the very most", Words.money(money.worstCase())));
  }

  private static @Nullable String usage(@Nullable BudgetUsage usage) {
    return usage == null
        ? null
        : "%s of %s used, %s left (%s)"
            .formatted(
                volume(usage.consumed()),
                volume(usage.funded()),
                volume(usage.remaining()),
                usage.state().toLowerCase(Locale.ROOT));
  }

  private static String volume(@Nullable BigDecimal volume) {
    return volume == null ? "?" : volume.stripTrailingZeros().toPlainString();
  }

  private static String booked(HireView hire) {
    return hire.feesBooked() == null ? "not yet" : Words.money(hire.feesBooked());
  }

  private static String rule(String wire) {
    return wire.replace('_', ' ');
  }

  private static @Nullable String labels(HireTerms terms) {
    return terms.labels().isEmpty()
        ? null
        : terms.labels().entrySet().stream()
            .map(label -> label.getKey() + ": " + label.getValue())
            .collect(Collectors.joining(", "));
  }

  private static void add(List<Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(name, value));
    }
  }
}
