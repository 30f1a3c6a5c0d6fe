package dev.tenure.journal.ledger;

import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which milestone each entry belongs to. */
final class Attribution {

  private final LedgerFacts facts;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, LedgerEntry> entries = new HashMap<>();

  private Attribution(LedgerFacts facts) {
    this.facts = facts;
    for (MilestoneDocument milestone : facts.milestones()) {
      if (milestone.milestoneId() != null) {
        keys.put(milestone.milestoneId(), milestone.key());
      }
    }
    facts.entries().forEach(entry -> entries.put(entry.id(), entry));
  }

  /** The entries by milestone key; those of no milestone that is known under {@code null}. */
  static Map<@Nullable String, List<LedgerEntry>> of(LedgerFacts facts) {
    Attribution attribution = new Attribution(facts);
    Map<@Nullable String, List<LedgerEntry>> byKey = new LinkedHashMap<>();
    for (LedgerEntry entry : facts.entries()) {
      byKey.computeIfAbsent(attribution.key(entry), key -> new ArrayList<>()).add(entry);
    }
    return byKey;
  }

  /** By its own milestone, else by that of its hold; what is held at the hire is the first's. */
  private @Nullable String key(LedgerEntry entry) {
    @Nullable LedgerEntry told = told(entry);
    if (told != null) {
      return keys.get(String.valueOf(told.milestoneId()));
    }
    return Postings.escrow(entry) ? facts.plan().first().key() : null;
  }

  private @Nullable LedgerEntry told(LedgerEntry entry) {
    if (entry.milestoneId() != null) {
      return entry;
    }
    @Nullable LedgerEntry hold =
        entry.holdEntryId() == null ? null : entries.get(entry.holdEntryId());
    return hold == null || hold.milestoneId() == null ? null : hold;
  }
}
