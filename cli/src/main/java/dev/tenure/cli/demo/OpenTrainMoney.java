package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The money of a hire on OpenTrain: the contract and its milestones, and the credits booked. */
final class OpenTrainMoney {
  private OpenTrainMoney() {}

  static MoneyTable compare(JsonNode hire, JsonNode contract, List<LedgerEntry> ledger) {
    var rows = new ArrayList<MoneyTable.Row>();
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
    return new MoneyTable(rows, "The marketplace's credits ledger", ledger);
  }

  private static MoneyTable.Row milestone(JsonNode ours, JsonNode contract) {
    var id = ours.path("milestoneId").asText();
    var amount = Money.ours(ours.path("amount"));
    var state = ours.path("state").asText();
    var what = (ours.path("key").asText() + " " + ours.path("name").asText("")).strip();
    for (var theirs : contract.path("milestones")) {
      if (theirs.path("id").asText().equals(id)) {
        var there = Money.dollars(theirs.path("amountUsd"));
        var status = theirs.path("status").asText();
        return new MoneyTable.Row(
            what,
            Money.words(amount) + " " + state,
            Money.words(there) + " " + status,
            amount.compareTo(there) == 0 && state.equals("paid") && status.equals("PAID"));
      }
    }
    return new MoneyTable.Row(what, Money.words(amount) + " " + state, "not there", false);
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

  private static MoneyTable.Row row(String what, BigDecimal ours, BigDecimal theirs) {
    return new MoneyTable.Row(
        what, Money.words(ours), Money.words(theirs), ours.compareTo(theirs) == 0);
  }
}
