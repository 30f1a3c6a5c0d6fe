package dev.tenure.api.ledger;

import dev.tenure.api.hires.json.MoneyJson;
import dev.tenure.api.ledger.LedgerJson.BookedJson;
import dev.tenure.api.ledger.LedgerJson.EntryJson;
import dev.tenure.api.ledger.LedgerJson.EstimateLineJson;
import dev.tenure.api.ledger.LedgerJson.EstimatedJson;
import dev.tenure.api.ledger.LedgerJson.LineJson;
import dev.tenure.api.ledger.LedgerJson.OpenInvoiceJson;
import dev.tenure.api.ledger.LedgerJson.ReconciliationJson;
import dev.tenure.api.links.ItemLinks;
import dev.tenure.api.links.Paths;
import dev.tenure.journal.ledger.LedgerLine;
import dev.tenure.journal.ledger.Movement;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.OpenInvoice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells a hire's money as the front tells it. */
final class LedgerMapper {

  private LedgerMapper() {}

  static LedgerJson of(LedgerView view) {
    String id = view.hire().id();
    Money zero = Money.zero(view.hire().row().plan().currency());
    return new LedgerJson(
        id,
        view.hire().document().account(),
        zero.currency(),
        estimated(view.ledger().reconciliation().lines(), zero),
        booked(view, zero),
        new ReconciliationJson(
            view.ledger().reconciliation().status().wire(),
            view.ledger().reconciliation().lines().stream().map(LedgerMapper::line).toList()),
        ItemLinks.of(Paths.hire(id) + "/ledger", id));
  }

  private static EstimatedJson estimated(List<LedgerLine> lines, Money zero) {
    Money amount = zero;
    Money fees = zero;
    for (LedgerLine line : lines) {
      if (line.movement() == Movement.FUNDING && line.amount() != null) {
        amount = amount.plus(line.amount());
        fees = line.fees() == null ? fees : fees.plus(line.fees());
      }
    }
    return new EstimatedJson(
        lines.stream().filter(line -> line.amount() != null).map(LedgerMapper::estimate).toList(),
        MoneyJson.of(amount),
        MoneyJson.of(fees),
        MoneyJson.of(amount.plus(fees)));
  }

  private static EstimateLineJson estimate(LedgerLine line) {
    return new EstimateLineJson(
        line.movement().wire(),
        line.milestone(),
        line.approvalId(),
        MoneyJson.of(Objects.requireNonNull(line.amount())),
        MoneyJson.ofNullable(line.fees()),
        MoneyJson.of(Objects.requireNonNull(line.expected())));
  }

  private static BookedJson booked(LedgerView view, Money zero) {
    Money available =
        view.ledger().entries().stream()
            .filter(entry -> !entry.type().equals("CAPTURE"))
            .map(LedgerEntry::amount)
            .reduce(zero, Money::plus);
    return new BookedJson(
        view.ledger().entries().stream().map(LedgerMapper::entry).toList(),
        MoneyJson.of(zero.minus(available)),
        MoneyJson.ofNullable(view.ledger().reconciliation().feesBooked()),
        view.ledger().invoices().stream().map(LedgerMapper::invoice).toList(),
        view.ledger().readAt(),
        view.ledger().trouble());
  }

  private static EntryJson entry(LedgerEntry entry) {
    return new EntryJson(
        entry.id(),
        entry.type(),
        MoneyJson.of(entry.amount()),
        entry.bookedAt(),
        entry.milestoneId(),
        entry.holdEntryId(),
        entry.note());
  }

  private static OpenInvoiceJson invoice(OpenInvoice invoice) {
    return new OpenInvoiceJson(
        invoice.id(),
        invoice.number(),
        invoice.kind(),
        invoice.status(),
        MoneyJson.of(invoice.amount()),
        invoice.milestoneId(),
        invoice.createdAt());
  }

  private static LineJson line(LedgerLine line) {
    @Nullable Money difference = line.difference();
    return new LineJson(
        line.movement().wire(),
        line.milestone(),
        line.approvalId(),
        line.match().wire(),
        MoneyJson.ofNullable(line.expected()),
        MoneyJson.ofNullable(line.booked()),
        MoneyJson.ofNullable(difference),
        line.entries(),
        line.invoiceId(),
        line.words());
  }
}
