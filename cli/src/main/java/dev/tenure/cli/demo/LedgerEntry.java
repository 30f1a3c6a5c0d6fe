package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;

/** A booking on the marketplace's credits account. */
record LedgerEntry(String type, BigDecimal amount, String milestoneId, String note) {

  static LedgerEntry of(JsonNode entry) {
    return new LedgerEntry(
        entry.path("type").asText(),
        Money.cents(entry.path("amountCents")),
        entry.path("milestoneId").asText(""),
        entry.path("note").asText(""));
  }

  static BigDecimal sum(Collection<LedgerEntry> entries, String type) {
    return entries.stream()
        .filter(entry -> entry.type().equals(type))
        .map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
