package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Fact;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.journal.ledger.HireLedger;
import dev.tenure.journal.ledger.LedgerLine;
import dev.tenure.journal.ledger.Match;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.money.OpenInvoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of a hire, in words for people: what was expected beside what the marketplace booked.
 *
 * @param pending what a person can decide on now
 */
public record LedgerPage(LedgerView view, List<ApprovalDocument> pending) {

  public HireView hire() {
    return view.hire();
  }

  public HireLedger ledger() {
    return view.ledger();
  }

  /** How expected and booked go together, in one sentence. */
  public String status() {
    if (hire().openContract()) {
      return ledger().entries().isEmpty()
          ? "No money has moved yet."
          : "What was signed for is certain. What comes back is reckoned from the marketplace's"
              + " rules, since it tells no transfers.";
    }
    return switch (ledger().reconciliation().status()) {
      case EMPTY -> "No money has moved yet.";
      case MATCHED -> "Everything was booked as expected.";
      case NOT_VISIBLE -> "What was paid by card is not visible in the marketplace's API.";
      case NOT_READ -> "The marketplace's ledger was not read since the last movement.";
      case DIFFERS -> "What was booked differs from what was expected.";
    };
  }

  /** Whether somebody should look into it. */
  public boolean differs() {
    return ledger().reconciliation().lines().stream().anyMatch(line -> line.match().differs());
  }

  public List<Fact> money() {
    return new HireMoney(hire(), pending).facts();
  }

  public String what(LedgerLine line) {
    String what = Glossary.words(line.movement());
    return line.milestone() == null ? what : what + " " + line.milestone();
  }

  /** What is expected is made of, where there is more than one part. */
  public @Nullable String parts(LedgerLine line) {
    return line.fees() == null
        ? null
        : Glossary.money(line.amount()) + " + " + Glossary.money(line.fees()) + " fees";
  }

  public String words(LedgerLine line) {
    return line.match() == Match.NOT_READ ? "Not read since it was expected." : line.words();
  }

  public List<Fact> invoices() {
    return ledger().invoices().stream().map(LedgerPage::invoice).toList();
  }

  private static Fact invoice(OpenInvoice invoice) {
    String number = invoice.number() == null ? invoice.id() : "No. " + invoice.number();
    return new Fact(
        number, Glossary.money(invoice.amount()), invoice.kind() + ", " + invoice.status());
  }
}
