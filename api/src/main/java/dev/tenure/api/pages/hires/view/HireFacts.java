package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.money.BudgetUsage;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.OpenContractTerms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plain facts of a hire, with their names. */
public final class HireFacts {

  private HireFacts() {}

  public static List<Fact> of(HireView hire) {
    HireTerms terms = hire.row().terms();
    var facts = new ArrayList<Fact>();
    add(facts, "Hire", hire.id());
    add(facts, "Account", hire.document().account());
    OpenContractTerms block = terms.openContract();
    if (block == null) {
      add(facts, "Proposal", hire.document().proposalId());
    } else {
      onOpenContract(facts, block);
    }
    if (!hire.id().equals(hire.document().contractId())) {
      add(facts, "Contract", hire.document().contractId());
    }
    add(facts, "Reference", terms.externalRef());
    add(facts, "Labels", labels(terms));
    add(facts, "Job", hire.document().jobId());
    add(facts, "Release is requested", Glossary.rule(terms.policies().release()));
    add(facts, "Contract is ended", Glossary.rule(terms.policies().end()));
    add(facts, "Funded work", usage(hire.document().budgetUsage()));
    return List.copyOf(facts);
  }

  private static void onOpenContract(List<Fact> facts, OpenContractTerms terms) {
    add(facts, "Marketplace", "OpenContract");
    add(facts, "Worker", terms.worker() == null ? "open tender" : terms.worker());
    add(facts, "Then", String.join(", ", terms.nextWorkers()));
    add(facts, "A Worker is lost", Glossary.rule(terms.onWorkerLost()));
    add(facts, "Nobody judges a delivery", Glossary.rule(terms.onSilence()));
    add(facts, "Whoever began it may decide", Glossary.rule(terms.selfApproval()));
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
