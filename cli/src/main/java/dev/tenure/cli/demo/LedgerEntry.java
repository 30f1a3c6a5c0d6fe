package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * A booking of the marketplace.
 *
 * @param words the amount as it is shown
 */
record LedgerEntry(String type, BigDecimal amount, String words, String milestoneId, String note) {

  /** An entry of OpenTrain's credits ledger. */
  static LedgerEntry of(JsonNode entry) {
    return dollars(
        entry.path("type").asText(),
        Money.cents(entry.path("amountCents")),
        entry.path("milestoneId").asText(""),
        entry.path("note").asText(""));
  }

  static LedgerEntry dollars(String type, BigDecimal amount, String milestoneId, String note) {
    return new LedgerEntry(type, amount, Money.words(amount), milestoneId, note);
  }

  static BigDecimal sum(Collection<LedgerEntry> entries, String type) {
    return entries.stream()
        .filter(entry -> entry.type().equals(type))
        .map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
