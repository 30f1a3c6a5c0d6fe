package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.demo.MoneyTable.Booking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Function;

/**
 * The money of a hire on OpenContract: what Tenure reckoned of each Working Contract beside the
 * transfers of its wallet, and its ledger beside what the payer put in and got back. The balance of
 * the payer's address is no measure: other hires are paid from it as well.
 */
final class OpenContractMoney {
  private static final String CURRENCY = "USDC";

  /** A unit of USDC is a millionth. */
  private static final int SCALE = 6;

  private OpenContractMoney() {}

  /**
   * Compares both sides to the unit.
   *
   * @param wallets tells a Working Contract's wallet by its id
   */
  static MoneyTable compare(JsonNode hire, JsonNode ledger, Function<String, JsonNode> wallets) {
    var change = BigDecimal.ZERO;
    var rows = new ArrayList<MoneyTable.Row>();
    var bookings = new ArrayList<Booking>();
    for (var milestone : hire.path("milestones")) {
      var contract = milestone.path("openContract").path("workingContract");
      var wallet = wallets.apply(milestone.path("milestoneId").asText());
      var key = milestone.path("key").asText();
      var settlement = contract.path("settlement");
      // The payer, who locked the price, is the first to pay in.
      var payer = wallet.path("transfers").path(0).path("party").asText();
      var paidIn = paid(wallet, "in", payer);
      var toWorker = paid(wallet, "out", contract.path("worker").asText());
      var toClient = paid(wallet, "out", payer);
      change = change.add(toClient).subtract(paidIn);
      var toOthers = units(wallet.path("outUnits")).subtract(toWorker).subtract(toClient);
      rows.add(row(key + " to the worker", amount(settlement.path("toWorker")), toWorker));
      rows.add(row(key + " back to us", amount(settlement.path("toClient")), toClient));
      rows.add(row(key + " to the treasury", amount(settlement.path("toTreasury")), toOthers));
      wallet.path("transfers").forEach(transfer -> bookings.add(booking(key, transfer)));
    }
    var booked = BigDecimal.ZERO;
    for (var entry : ledger.path("booked").path("entries")) {
      booked = booked.add(amount(entry.path("amount")));
    }
    rows.add(row("change of our balance", booked, change));
    return new MoneyTable(rows, "The wallets of the Working Contracts", bookings);
  }

  /** An amount of the chain, in USDC. */
  private static BigDecimal units(JsonNode number) {
    return BigDecimal.valueOf(number.asLong(), SCALE);
  }

  private static BigDecimal amount(JsonNode money) {
    return MoneyTable.amount(money).setScale(SCALE);
  }

  private static Booking booking(String milestone, JsonNode transfer) {
    var units = units(transfer.path("units"));
    var in = transfer.path("direction").asText().equals("in");
    return new Booking(
        transfer.path("purpose").asText(),
        in ? units : units.negate(),
        CURRENCY,
        milestone,
        (in ? "from " : "to ") + transfer.path("party").asText());
  }

  private static BigDecimal paid(JsonNode wallet, String direction, String party) {
    var sum = BigDecimal.ZERO;
    for (var transfer : wallet.path("transfers")) {
      if (transfer.path("direction").asText().equals(direction)
          && transfer.path("party").asText().equalsIgnoreCase(party)) {
        sum = sum.add(units(transfer.path("units")));
      }
    }
    return sum;
  }

  private static MoneyTable.Row row(String what, BigDecimal ours, BigDecimal theirs) {
    return MoneyTable.Row.of(what, ours.setScale(SCALE), theirs.setScale(SCALE), CURRENCY);
  }
}
