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
    console.say("The marketplace's credits ledger");
    for (var entry : table.ledger()) {
      console.say(
          "  %-13s %12s  %s %s"
              .formatted(
                  entry.type(), Money.words(entry.amount()), entry.milestoneId(), entry.note())
              .stripTrailing());
    }
  }
}
