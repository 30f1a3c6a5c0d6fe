package dev.tenure.cli.demo;

import dev.tenure.cli.terminal.Console;
import java.util.List;

/**
 * What Tenure says about a hire's money, beside what the marketplace says, row by row.
 *
 * @param rows amounts and states that must be the same on both sides
 * @param title of the bookings
 * @param ledger the bookings that the marketplace's side was added up from
 */
record MoneyTable(List<Row> rows, String title, List<LedgerEntry> ledger) {

  private static final String LINE = "  %-28s %-24s %-24s %s";

  MoneyTable {
    rows = List.copyOf(rows);
    ledger = List.copyOf(ledger);
  }

  /** One line: the same thing as each side sees it. */
  record Row(String what, String ours, String theirs, boolean agrees) {}

  boolean agrees() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::agrees);
  }

  void print(Console console) {
    console.say(LINE.formatted("", "Tenure", "marketplace", ""));
    for (var row : rows) {
      var verdict = row.agrees() ? "" : "<- differs";
      console.say(LINE.formatted(row.what(), row.ours(), row.theirs(), verdict).stripTrailing());
    }
    console.say("");
    console.say(title);
    for (var entry : ledger) {
      console.say(
          "  %-13s %16s  %s %s"
              .formatted(entry.type(), entry.words(), entry.milestoneId(), entry.note())
              .stripTrailing());
    }
  }
}
