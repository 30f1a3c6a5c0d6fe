package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.marketplace.Times;
import dev.tenure.activities.opentrain.client.json.LedgerBody.Entry;
import dev.tenure.activities.opentrain.client.json.PaymentsBody.Payment;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.OpenInvoice;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OpenTrain's entries and invoices as the journal keeps them; empty for what makes no sense. */
final class LedgerMapper {

  private LedgerMapper() {}

  static Optional<LedgerEntry> entry(Entry json) {
    Optional<Instant> at = Times.instant(json.createdAt());
    if (json.id() == null || json.type() == null || json.amountCents() == null || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LedgerEntry(
            json.id(),
            json.type(),
            Money.ofMinor(json.amountCents(), Money.USD),
            at.get(),
            json.holdEntryId(),
            json.jobofferId(),
            json.contractId(),
            json.milestoneId(),
            json.note() == null ? null : ForeignText.line(json.note())));
  }

  static Optional<OpenInvoice> invoice(Payment json) {
    if (json.id() == null || json.amountUsd() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new OpenInvoice(
            json.id(),
            json.invoiceNumber(),
            said(json.invoiceKind()),
            said(json.status()),
            new Money(json.amountUsd(), Money.USD),
            Times.instant(json.createdAt()).orElse(null),
            json.milestone() == null ? null : json.milestone().id()));
  }

  private static String said(@Nullable String word) {
    return word == null ? "UNKNOWN" : word;
  }
}
