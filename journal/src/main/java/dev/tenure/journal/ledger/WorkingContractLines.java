package dev.tenure.journal.ledger;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money of a hire on OpenContract, line by line. What was paid in, this side signed for; what
 * comes out is reckoned from the marketplace's rules, since it tells no transfers.
 */
final class WorkingContractLines {

  private static final String ESCROW = "ESCROW";
  private static final String BOND = "BOND";

  private final LedgerFacts facts;
  private final List<LedgerLine> lines = new ArrayList<>();

  private WorkingContractLines(LedgerFacts facts) {
    this.facts = facts;
  }

  /**
   * The lines of its entries, oldest first.
   *
   * @param keys of the milestones, by the ids of the entries
   */
  static List<LedgerLine> of(LedgerFacts facts, Map<String, String> keys) {
    var reader = new WorkingContractLines(facts);
    facts.entries().forEach(entry -> reader.line(keys.get(entry.id()), entry));
    return List.copyOf(reader.lines);
  }

  private void line(@Nullable String milestone, LedgerEntry entry) {
    switch (entry.type()) {
      case ESCROW -> paid(milestone, entry, Movement.FUNDING, ApprovalKind.MILESTONE_FUND);
      case BOND -> paid(milestone, entry, Movement.BOND, ApprovalKind.MILESTONE_DISPUTE);
      default -> lines.add(reckoned(milestone, entry));
    }
  }

  private void paid(
      @Nullable String milestone, LedgerEntry entry, Movement movement, ApprovalKind by) {
    Money amount = Money.zero(entry.amount().currency()).minus(entry.amount());
    lines.add(
        new LedgerLine(
            movement,
            milestone,
            approval(by, milestone, entry).map(ApprovalDocument::id).orElse(null),
            Match.MATCHED,
            amount,
            null,
            amount,
            List.of(entry.id()),
            null,
            entry.note() == null ? "Paid by signature, and settled." : entry.note()));
  }

  private static LedgerLine reckoned(@Nullable String milestone, LedgerEntry entry) {
    String words = "Reckoned from the marketplace's rules; it tells no transfers.";
    return new LedgerLine(
        Movement.RETURN,
        milestone,
        null,
        Match.NOT_VISIBLE,
        entry.amount(),
        null,
        null,
        List.of(entry.id()),
        null,
        entry.note() == null ? words : entry.note() + " " + words);
  }

  /** The last yes before the payment: a lost Worker's milestone is funded more than once. */
  private Optional<ApprovalDocument> approval(
      ApprovalKind kind, @Nullable String milestone, LedgerEntry entry) {
    return facts.confirmed().stream()
        .filter(one -> one.kind() == kind && milestone != null && milestone.equals(one.milestone()))
        .filter(one -> one.resolvedAt() == null || !one.resolvedAt().isAfter(entry.bookedAt()))
        .reduce((earlier, later) -> later);
  }
}
