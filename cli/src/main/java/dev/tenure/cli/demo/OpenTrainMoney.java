package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.demo.MoneyTable.Booking;
import dev.tenure.cli.terminal.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The money of a hire on OpenTrain: the contract and its milestones, and what was charged. */
final class OpenTrainMoney {
  private static final String CURRENCY = "USD";

  /** The type of a booking that no ledger of the marketplace has. */
  private static final String CARD = "CARD";

  private OpenTrainMoney() {}

  /**
   * Compares both sides to the cent.
   *
   * @param contract as the marketplace shows it
   * @param ledger the contract's entries in the marketplace's ledger of credits
   * @param effects the contract's movements of money as the sandbox saw them, from credits or not
   */
  static MoneyTable compare(
      JsonNode hire, JsonNode contract, List<JsonNode> ledger, List<JsonNode> effects) {
    var rows = new ArrayList<MoneyTable.Row>();
    for (var milestone : hire.path("milestones")) {
      rows.add(milestone(milestone, contract));
    }
    var bookings = new ArrayList<>(ledger.stream().map(OpenTrainMoney::booking).toList());
    var byCard = byCard(bookings, effects);
    bookings.addAll(charges(byCard));
    var money = hire.path("money");
    var paid = MoneyTable.amount(money.path("paid"));
    var fees = fees(money.path("fees"));
    var credits = sum(bookings, "HOLD").add(sum(bookings, "HOLD_RELEASE")).negate();
    var charged = credits.subtract(sum(bookings, CARD));
    var held = credits.add(sum(bookings, "CAPTURE")).add(inEscrow(byCard));
    var paidThere = paidThere(contract);
    rows.add(MoneyTable.Row.of("paid to the trainer", paid, paidThere, CURRENCY));
    rows.add(MoneyTable.Row.of("fees", fees, charged.subtract(paidThere), CURRENCY));
    rows.add(MoneyTable.Row.of("charged in all", paid.add(fees), charged, CURRENCY));
    rows.add(MoneyTable.Row.of("still held", BigDecimal.ZERO, held, CURRENCY));
    return new MoneyTable(rows, "What the marketplace booked", bookings);
  }

  /** The movements of milestones that no credits were held for. */
  private static List<JsonNode> byCard(List<Booking> ledger, List<JsonNode> effects) {
    var fromCredits =
        ledger.stream()
            .filter(entry -> entry.type().equals("HOLD"))
            .map(Booking::milestone)
            .collect(Collectors.toSet());
    return effects.stream()
        .filter(effect -> !fromCredits.contains(effect.path("milestoneId").asText()))
        .toList();
  }

  /** One for each milestone, as the ledger of credits has none. */
  private static List<Booking> charges(List<JsonNode> byCard) {
    var sums = new LinkedHashMap<String, BigDecimal>();
    for (var effect : byCard) {
      if (List.of("escrow_funded", "fee_charged").contains(effect.path("kind").asText())) {
        sums.merge(effect.path("milestoneId").asText(), cents(effect), BigDecimal::add);
      }
    }
    return sums.entrySet().stream()
        .map(
            one ->
                new Booking(
                    CARD,
                    one.getValue().negate(),
                    CURRENCY,
                    one.getKey(),
                    "Charged to the card: the credits did not cover it"))
        .toList();
  }

  private static BigDecimal inEscrow(List<JsonNode> byCard) {
    var sum = BigDecimal.ZERO;
    for (var effect : byCard) {
      sum =
          switch (effect.path("kind").asText()) {
            case "escrow_funded" -> sum.add(cents(effect));
            case "escrow_released", "escrow_refunded" -> sum.subtract(cents(effect));
            default -> sum;
          };
    }
    return sum;
  }

  private static BigDecimal cents(JsonNode entry) {
    return BigDecimal.valueOf(entry.path("amountCents").asLong(), 2);
  }

  private static Booking booking(JsonNode entry) {
    return new Booking(
        entry.path("type").asText(),
        cents(entry),
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
