package dev.tenure.activities.opentrain;

import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.LedgerBody;
import dev.tenure.activities.opentrain.json.PaymentsBody;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.model.LedgerEntry;
import dev.tenure.model.OpenInvoice;
import dev.tenure.workflows.accounts.LedgerReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies what the marketplace booked since the last look, newest first, into the journal. */
final class LedgerReader {

  /** The marketplace's clock and ours need not agree. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final OpenTrainAccount api;
  private final Ledger ledger;

  LedgerReader(OpenTrainAccount api, Ledger ledger) {
    this.api = api;
    this.ledger = ledger;
  }

  /**
   * @throws Unavailable when the marketplace did not answer to the end; nothing is kept then
   */
  LedgerReading read(String account) throws Unavailable {
    Look look = new Look(account);
    try {
      look.entries();
      look.invoices();
    } catch (Refused e) {
      String words = "the ledger cannot be read: " + e.getMessage();
      ledger.failed(account, words);
      return new LedgerReading(0, words);
    }
    return look.keep();
  }

  /** One look at one account. */
  private final class Look {

    private final String account;
    private final List<LedgerEntry> fresh = new ArrayList<>();
    private final List<OpenInvoice> open = new ArrayList<>();
    private int unreadable;

    Look(String account) {
      this.account = account;
    }

    void entries() throws Refused, Unavailable {
      Optional<Instant> begins = ledger.begins(account);
      boolean more = begins.isPresent();
      for (@Nullable String cursor = null; more; ) {
        LedgerBody page = api.ledger(cursor);
        cursor = page.nextCursor();
        boolean news = take(page, begins.orElseThrow().minus(MARGIN));
        more = news && cursor != null;
      }
    }

    /** Answers whether older entries may be of interest too. */
    private boolean take(LedgerBody page, Instant oldest) {
      List<LedgerEntry> entries = new ArrayList<>();
      for (LedgerBody.Entry json :
          Objects.requireNonNullElse(page.entries(), List.<LedgerBody.Entry>of())) {
        Bookings.entry(json).ifPresentOrElse(entries::add, () -> unreadable++);
      }
      Set<String> known = ledger.known(account, entries.stream().map(LedgerEntry::id).toList());
      List<LedgerEntry> news =
          entries.stream()
              .filter(entry -> !known.contains(entry.id()))
              .filter(entry -> !entry.bookedAt().isBefore(oldest))
              .toList();
      fresh.addAll(news);
      return !news.isEmpty();
    }

    void invoices() throws Refused, Unavailable {
      PaymentsBody body = api.pendingPayments();
      for (PaymentsBody.Payment json :
          Objects.requireNonNullElse(body.payments(), List.<PaymentsBody.Payment>of())) {
        Bookings.invoice(json).ifPresentOrElse(open::add, () -> unreadable++);
      }
    }

    LedgerReading keep() {
      @Nullable String trouble =
          unreadable == 0 ? null : unreadable + " entries could not be understood and are left out";
      return new LedgerReading(ledger.add(account, fresh, open, trouble), trouble);
    }
  }
}
