package dev.tenure.journal.ledger;

import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the engine expects and what the marketplace booked, line by line.
 *
 * @param feesBooked what the marketplace really charged beside the amounts; absent until every line
 *     is matched
 */
public record Reconciliation(List<LedgerLine> lines, @Nullable Money feesBooked) {

  public Reconciliation {
    lines = List.copyOf(lines);
  }

  static Reconciliation of(LedgerFacts facts) {
    Map<@Nullable String, List<LedgerEntry>> entries = Attribution.of(facts);
    List<LedgerLine> lines = new ArrayList<>();
    Money fees = Money.zero(facts.plan().currency());
    boolean funded = false;
    for (MilestoneDocument milestone : facts.milestones()) {
      MilestoneLines one =
          new MilestoneLines(facts, milestone, entries.getOrDefault(milestone.key(), List.of()));
      List<LedgerLine> its = one.all();
      lines.addAll(its);
      if (its.stream().anyMatch(line -> line.movement() == Movement.FUNDING)) {
        funded = true;
        fees = fees.plus(one.feesBooked());
      }
    }
    entries
        .getOrDefault(null, List.of())
        .forEach(entry -> lines.add(LedgerLine.other(entry, null)));
    boolean matched = lines.stream().allMatch(line -> line.match() == Match.MATCHED);
    return new Reconciliation(lines, funded && matched ? fees : null);
  }

  /** The state of the whole: the worst of its lines; empty while there are none. */
  public Status status() {
    if (lines.stream().anyMatch(line -> line.match().differs())) {
      return Status.DIFFERS;
    }
    if (has(Match.NOT_READ)) {
      return Status.NOT_READ;
    }
    if (has(Match.NOT_VISIBLE)) {
      return Status.NOT_VISIBLE;
    }
    return lines.isEmpty() ? Status.EMPTY : Status.MATCHED;
  }

  private boolean has(Match match) {
    return lines.stream().anyMatch(line -> line.match() == match);
  }

  /** How the whole stands. */
  public enum Status implements WireName {
    EMPTY,
    MATCHED,
    NOT_VISIBLE,
    NOT_READ,
    DIFFERS
  }
}
