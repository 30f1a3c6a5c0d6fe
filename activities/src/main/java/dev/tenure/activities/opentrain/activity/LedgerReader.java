package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.ForeignJson.Items;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.OpenTrainClient.LedgerPage;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.json.LedgerBody;
import dev.tenure.activities.opentrain.client.json.PaymentsBody;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.OpenInvoice;
import dev.tenure.workflows.accounts.LedgerReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies what the marketplace booked since the last look, newest first, into the journal. */
final class LedgerReader {

  /** The marketplace's clock and ours need not agree. */
  private static final Duration MARGIN = Duration.ofDays(1);

  /** How long a page waits for a call to spare. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OpenTrainClient api;
  private final Ledger ledger;
  private final Allowance allowance;
  private final ShutdownSignal shutdown;

  LedgerReader(OpenTrainClient api, Ledger ledger, Allowance allowance, ShutdownSignal shutdown) {
    this.api = api;
    this.ledger = ledger;
    this.allowance = allowance;
    this.shutdown = shutdown;
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
    private final Set<String> ids = new HashSet<>();
    private final List<String> troubles = new ArrayList<>();
    private int unreadable;

    Look(String account) {
      this.account = account;
    }

    void entries() throws Refused, Unavailable {
      Optional<Instant> begins = ledger.begins(account);
      Set<String> cursors = new HashSet<>();
      boolean more = begins.isPresent();
      for (@Nullable String cursor = null; more; ) {
        LedgerPage page = page(cursor);
        cursor = page.nextCursor();
        boolean news = take(page.entries(), begins.orElseThrow().minus(MARGIN));
        more = news && cursor != null;
        if (more && !cursors.add(String.valueOf(cursor))) {
          troubles.add("the ledger's pages repeat, so that it was read no further");
          more = false;
        }
      }
    }

    private LedgerPage page(@Nullable String cursor) throws Refused, Unavailable {
      if (cursor != null && !allowance.awaitSpare(PATIENCE, shutdown)) {
        throw Unavailable.notMade("the ledger has more pages than there are calls to spare", null);
      }
      return api.ledger(cursor);
    }

    /** Answers whether older entries may be of interest too. */
    private boolean take(Items<LedgerBody.Entry> page, Instant oldest) {
      unreadable += page.unreadable();
      List<LedgerEntry> entries = new ArrayList<>();
      for (LedgerBody.Entry json : page.read()) {
        LedgerMapper.entry(json).ifPresentOrElse(entries::add, () -> unreadable++);
      }
      Set<String> known = ledger.known(account, entries.stream().map(LedgerEntry::id).toList());
      List<LedgerEntry> news =
          entries.stream()
              .filter(entry -> !known.contains(entry.id()))
              .filter(entry -> !entry.bookedAt().isBefore(oldest))
              .filter(entry -> ids.add(entry.id()))
              .toList();
      fresh.addAll(news);
      return !news.isEmpty();
    }

    void invoices() throws Refused, Unavailable {
      Items<PaymentsBody.Payment> payments = api.pendingPayments();
      unreadable += payments.unreadable();
      for (PaymentsBody.Payment json : payments.read()) {
        LedgerMapper.invoice(json).ifPresentOrElse(open::add, () -> unreadable++);
      }
    }

    LedgerReading keep() {
      if (unreadable > 0) {
        troubles.add(unreadable + " entries could not be understood and are left out");
      }
      @Nullable String trouble = troubles.isEmpty() ? null : String.join("; ", troubles);
      return new LedgerReading(ledger.add(account, fresh, open, trouble), trouble);
    }
  }
}
