package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.demo.MoneyTable.Booking;
import dev.tenure.cli.terminal.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The money of a hire on OpenTrain: the contract and its milestones, and the credits booked. */
final class OpenTrainMoney {
  private static final String CURRENCY = "USD";

  private OpenTrainMoney() {}

  /**
   * Compares both sides to the cent.
   *
   * @param contract as the marketplace shows it
   * @param ledger the contract's entries in the marketplace's ledger of credits
   */
  static MoneyTable compare(JsonNode hire, JsonNode contract, List<JsonNode> ledger) {
    var rows = new ArrayList<MoneyTable.Row>();
    for (var milestone : hire.path("milestones")) {
      rows.add(milestone(milestone, contract));
    }
    var bookings = ledger.stream().map(OpenTrainMoney::booking).toList();
    var money = hire.path("money");
    var paid = MoneyTable.amount(money.path("paid"));
    var fees = fees(money.path("fees"));
    var charged = sum(bookings, "HOLD").add(sum(bookings, "HOLD_RELEASE")).negate();
    var held = charged.add(sum(bookings, "CAPTURE"));
    var paidThere = paidThere(contract);
    rows.add(MoneyTable.Row.of("paid to the trainer", paid, paidThere, CURRENCY));
    rows.add(MoneyTable.Row.of("fees", fees, charged.subtract(paidThere), CURRENCY));
    rows.add(MoneyTable.Row.of("charged in all", paid.add(fees), charged, CURRENCY));
    rows.add(MoneyTable.Row.of("still held", BigDecimal.ZERO, held, CURRENCY));
    return new MoneyTable(rows, "The marketplace's credits ledger", bookings);
  }

  private static Booking booking(JsonNode entry) {
    return new Booking(
        entry.path("type").asText(),
        BigDecimal.valueOf(entry.path("amountCents").asLong(), 2),
        CURRENCY,
        entry.path("milestoneId").asText(""),
        entry.path("note").asText(""));
  }

  private static BigDecimal sum(List<Booking> bookings, String type) {
    return bookings.stream()
        .filter(booking -> booking.type().equals(type))
        .map(Booking::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static MoneyTable.Row milestone(JsonNode ours, JsonNode contract) {
    var id = ours.path("milestoneId").asText();
    var amount = MoneyTable.amount(ours.path("amount"));
    var state = ours.path("state").asText();
    var what = (ours.path("key").asText() + " " + ours.path("name").asText("")).strip();
    var here = Formats.money(amount, CURRENCY) + " " + state;
    for (var theirs : contract.path("milestones")) {
      if (theirs.path("id").asText().equals(id)) {
        var there = theirs.path("amountUsd").decimalValue();
        var status = theirs.path("status").asText();
        return new MoneyTable.Row(
            what,
            here,
            Formats.money(there, CURRENCY) + " " + status,
            amount.compareTo(there) == 0 && state.equals("paid") && status.equals("PAID"));
      }
    }
    return new MoneyTable.Row(what, here, "not there", false);
  }

  private static BigDecimal paidThere(JsonNode contract) {
    var sum = BigDecimal.ZERO;
    for (var milestone : contract.path("milestones")) {
      if (milestone.path("status").asText().equals("PAID")) {
        sum = sum.add(milestone.path("amountUsd").decimalValue());
      }
    }
    return sum;
  }

  /** What was booked where that is known, else what was estimated. */
  private static BigDecimal fees(JsonNode fees) {
    var booked = fees.path("booked");
    return MoneyTable.amount(booked.isObject() ? booked : fees.path("estimated"));
  }
}
