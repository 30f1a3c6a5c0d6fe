package dev.tenure.journal;

import dev.tenure.model.LedgerEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that belong to no movement that is known here. */
final class OtherLines {

  private OtherLines() {}

  static LedgerLine of(LedgerEntry entry, @Nullable String milestone) {
    return LedgerWords.judged(
        new LedgerLine(
            Movement.OTHER,
            milestone,
            null,
            Match.UNEXPECTED,
            null,
            null,
            entry.amount(),
            List.of(entry.id()),
            null,
            ""),
        Match.UNEXPECTED);
  }
}
