package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Console;
import dev.tenure.cli.terminal.Formats;
import java.math.BigDecimal;
import java.util.List;

/**
 * What Tenure says about a hire's money, beside what the marketplace says, row by row.
 *
 * @param rows amounts and states that must be the same on both sides
 * @param title of the bookings
 * @param bookings what the marketplace's side was added up from
 */
record MoneyTable(List<Row> rows, String title, List<Booking> bookings) {

  private static final String LINE = "  %-28s %-24s %-24s %s";

  MoneyTable {
    rows = List.copyOf(rows);
    bookings = List.copyOf(bookings);
  }

  /** One line: the same thing as each side sees it. */
  record Row(String what, String ours, String theirs, boolean agrees) {
    static Row of(String what, BigDecimal ours, BigDecimal theirs, String currency) {
      return new Row(
          what,
          Formats.money(ours, currency),
          Formats.money(theirs, currency),
          ours.compareTo(theirs) == 0);
    }
  }

  /** A booking of the marketplace. */
  record Booking(String type, BigDecimal amount, String currency, String milestone, String note) {}

  /** An amount as Tenure tells it: {@code {"amount": "450.00", ...}}; zero where there is none. */
  static BigDecimal amount(JsonNode money) {
    return new BigDecimal(Formats.or(money.path("amount"), "0"));
  }

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
    for (var booking : bookings) {
      console.say(
          "  %-13s %16s  %s %s"
              .formatted(
                  booking.type(),
                  Formats.money(booking.amount(), booking.currency()),
                  booking.milestone(),
                  booking.note())
              .stripTrailing());
    }
  }
}
