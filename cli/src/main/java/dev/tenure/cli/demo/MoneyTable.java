package dev.tenure.cli.demo;

import java.util.List;

/**
 * What Tenure says about a hire's money, beside what the marketplace says, row by row.
 *
 * @param rows amounts and states that must be the same on both sides
 * @param title of the bookings
 * @param ledger the bookings that the marketplace's side was added up from
 */
record MoneyTable(List<Row> rows, String title, List<LedgerEntry> ledger) {

  MoneyTable {
    rows = List.copyOf(rows);
    ledger = List.copyOf(ledger);
  }

  /** One line: the same thing as each side sees it. */
  record Row(String what, String ours, String theirs, boolean agrees) {}

  boolean agrees() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::agrees);
  }
}
