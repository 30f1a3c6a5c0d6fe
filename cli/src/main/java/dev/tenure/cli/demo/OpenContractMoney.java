package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.function.Function;

/**
 * The money of a hire on OpenContract: what Tenure reckoned of each Working Contract beside the
 * transfers of its wallet, and its ledger beside what the payer's address holds.
 */
final class OpenContractMoney {
  private OpenContractMoney() {}

  /**
   * Compares both sides to the unit.
   *
   * @param wallets tells a Working Contract's wallet by its id
   * @param change of the payer's balance over the hire
   */
  static MoneyTable compare(
      JsonNode hire, JsonNode ledger, Function<String, JsonNode> wallets, BigDecimal change) {
    var rows = new ArrayList<MoneyTable.Row>();
    var booked = new ArrayList<LedgerEntry>();
    for (var milestone : hire.path("milestones")) {
      var contract = milestone.path("openContract").path("workingContract");
      var wallet = wallets.apply(milestone.path("milestoneId").asText());
      var key = milestone.path("key").asText();
      var settlement = contract.path("settlement");
      var worker = contract.path("worker").asText();
      var payer = payer(wallet);
      var toWorker = paidOut(wallet, worker);
      var toClient = paidOut(wallet, payer);
      rows.add(row(key + " to the worker", Money.ours(settlement.path("toWorker")), toWorker));
      rows.add(row(key + " back to us", Money.ours(settlement.path("toClient")), toClient));
      rows.add(
          row(
              key + " to the treasury",
              Money.ours(settlement.path("toTreasury")),
              paidOut(wallet).subtract(toWorker).subtract(toClient)));
      wallet.path("transfers").forEach(transfer -> booked.add(entry(key, transfer)));
    }
    rows.add(row("our balance", sum(ledger.path("booked").path("entries")), change));
    return new MoneyTable(rows, "The wallets of the Working Contracts", booked);
  }

  private static LedgerEntry entry(String milestone, JsonNode transfer) {
    var units = Money.units(transfer.path("units"));
    var in = transfer.path("direction").asText().equals("in");
    var amount = in ? units : units.negate();
    return new LedgerEntry(
        transfer.path("purpose").asText(),
        amount,
        Money.usdc(amount),
        milestone,
        (in ? "from " : "to ") + transfer.path("party").asText());
  }

  /** Who locked the price: the first to pay in. */
  private static String payer(JsonNode wallet) {
    return wallet.path("transfers").path(0).path("party").asText();
  }

  private static BigDecimal paidOut(JsonNode wallet, String party) {
    var sum = BigDecimal.ZERO;
    for (var transfer : wallet.path("transfers")) {
      if (transfer.path("direction").asText().equals("out")
          && transfer.path("party").asText().equalsIgnoreCase(party)) {
        sum = sum.add(Money.units(transfer.path("units")));
      }
    }
    return sum;
  }

  private static BigDecimal paidOut(JsonNode wallet) {
    return Money.units(wallet.path("outUnits"));
  }

  private static BigDecimal sum(JsonNode entries) {
    var sum = BigDecimal.ZERO;
    for (var entry : entries) {
      sum = sum.add(Money.ours(entry.path("amount")));
    }
    return sum;
  }

  private static MoneyTable.Row row(String what, BigDecimal ours, BigDecimal theirs) {
    return new MoneyTable.Row(
        what, Money.usdc(ours), Money.usdc(theirs), ours.compareTo(theirs) == 0);
  }
}
