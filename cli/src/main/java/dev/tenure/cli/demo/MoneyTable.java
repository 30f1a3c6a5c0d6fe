package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What Tenure says about a hire's money, beside what the marketplace says, row by row.
 *
 * @param rows amounts and states that must be the same on both sides
 * @param ledger the bookings that the marketplace's side was added up from
 */
record MoneyTable(List<Row> rows, List<LedgerEntry> ledger) {

  /** One line: the same thing as each side sees it. */
  record Row(String what, String ours, String theirs, boolean agrees) {}

  static MoneyTable of(JsonNode hire, JsonNode contract, List<LedgerEntry> ledger) {
    var rows = new ArrayList<Row>();
    for (var milestone : hire.path("milestones")) {
      rows.add(milestone(milestone, contract));
    }
    var money = hire.path("money");
    var paid = Money.ours(money.path("paid"));
    var fees = fees(money.path("fees"));
    var charged =
        LedgerEntry.sum(ledger, "HOLD").add(LedgerEntry.sum(ledger, "HOLD_RELEASE")).negate();
    var paidThere = paidThere(contract);
    rows.add(row("paid to the trainer", paid, paidThere));
    rows.add(row("fees", fees, charged.subtract(paidThere)));
    rows.add(row("charged in all", paid.add(fees), charged));
    rows.add(row("still held", BigDecimal.ZERO, charged.add(LedgerEntry.sum(ledger, "CAPTURE"))));
    return new MoneyTable(List.copyOf(rows), List.copyOf(ledger));
  }

  boolean agrees() {
    return !rows.isEmpty() && rows.stream().allMatch(Row::agrees);
  }

  private static Row milestone(JsonNode ours, JsonNode contract) {
    var id = ours.path("milestoneId").asText();
    var amount = Money.ours(ours.path("amount"));
    var state = ours.path("state").asText();
    var what = (ours.path("key").asText() + " " + ours.path("name").asText("")).strip();
    for (var theirs : contract.path("milestones")) {
      if (theirs.path("id").asText().equals(id)) {
        var there = Money.dollars(theirs.path("amountUsd"));
        var status = theirs.path("status").asText();
        return new Row(
            what,
            Money.words(amount) + " " + state,
            Money.words(there) + " " + status,
            amount.compareTo(there) == 0 && state.equals("paid") && status.equals("PAID"));
      }
    }
    return new Row(what, Money.words(amount) + " " + state, "not there", false);
  }

  private static BigDecimal paidThere(JsonNode contract) {
    var sum = BigDecimal.ZERO;
    for (var milestone : contract.path("milestones")) {
      if (milestone.path("status").asText().equals("PAID")) {
        sum = sum.add(Money.dollars(milestone.path("amountUsd")));
      }
    }
    return sum;
  }

  /** What was booked where that is known, else what was estimated. */
  private static BigDecimal fees(JsonNode fees) {
    var booked = fees.path("booked");
    return Money.ours(booked.isObject() ? booked : fees.path("estimated"));
  }

  private static Row row(String what, BigDecimal ours, BigDecimal theirs) {
    return new Row(what, Money.words(ours), Money.words(theirs), ours.compareTo(theirs) == 0);
  }
}
