package dev.tenure.journal.ledger;

import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.OpenInvoice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of one hire: what is expected, what was booked, and how they go together.
 *
 * @param entries what the marketplace booked for the hire, oldest first
 * @param invoices those of its milestones that wait for somebody
 * @param readAt when the account's ledger was last read to its end
 * @param trouble why it could not be read, when that was the last thing to happen
 */
public record HireLedger(
    Reconciliation reconciliation,
    List<LedgerEntry> entries,
    List<OpenInvoice> invoices,
    @Nullable Instant readAt,
    @Nullable String trouble) {

  public HireLedger {
    entries = List.copyOf(entries);
    invoices = List.copyOf(invoices);
  }
}
