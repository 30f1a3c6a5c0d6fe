package dev.tenure.cli.demo;

import dev.tenure.cli.terminal.Console;

/** Shows a money table on a terminal. */
record MoneyPrinter(Console console) {
  private static final String ROW = "  %-28s %-24s %-24s %s";

  void print(MoneyTable table) {
    console.say(ROW.formatted("", "Tenure", "marketplace", ""));
    for (var row : table.rows()) {
      var verdict = row.agrees() ? "" : "<- differs";
      console.say(ROW.formatted(row.what(), row.ours(), row.theirs(), verdict).stripTrailing());
    }
    console.say("");
    console.say(table.title());
    for (var entry : table.ledger()) {
      console.say(
          "  %-13s %16s  %s %s"
              .formatted(entry.type(), entry.words(), entry.milestoneId(), entry.note())
              .stripTrailing());
    }
  }
}
