package dev.tenure.api.web.hires.view;

import dev.tenure.api.web.page.ChangeStreamController;
import dev.tenure.api.web.page.Fact;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.ledger.HireLedger;
import dev.tenure.journal.ledger.LedgerLine;
import dev.tenure.journal.ledger.Match;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.LedgerEntry;
import dev.tenure.model.Money;
import dev.tenure.model.OpenInvoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The money of a hire, ready to print: what was expected beside what the marketplace booked.
 *
 * @param status how the two go together, in one sentence
 * @param differs whether somebody should look into it
 * @param told whether the hire itself tells the entries, since the marketplace keeps no ledger
 * @param readAt when the marketplace's ledger was last read to its end
 * @param error why it could not be read, when that was the last thing to happen
 */
public record LedgerPage(
    String hirePath,
    String hireTitle,
    String status,
    boolean differs,
    List<Fact> money,
    List<Line> lines,
    List<Entry> entries,
    boolean told,
    List<Fact> invoices,
    @Nullable Moment readAt,
    @Nullable String error,
    String changes) {

  /** One movement of money. */
  public record Line(
      String what,
      @Nullable String expected,
      @Nullable String parts,
      @Nullable String booked,
      @Nullable String difference,
      String words,
      boolean differs) {}

  /** One entry of the marketplace's credits ledger. */
  public record Entry(String type, String amount, @Nullable String note, String id, Moment at) {}

  public static LedgerPage of(
      LedgerView view, List<ApprovalDocument> pending, RelativeTimes times) {
    HireLedger ledger = view.ledger();
    return new LedgerPage(
        Links.hire(view.hire().id()),
        Titles.hire(view.hire()),
        view.hire().row().plan().openContract() == null ? status(ledger) : told(ledger),
        ledger.reconciliation().lines().stream().anyMatch(line -> line.match().differs()),
        HireMoney.of(view.hire(), pending).facts(),
        ledger.reconciliation().lines().stream().map(LedgerPage::line).toList(),
        ledger.entries().stream().map(one -> entry(one, times)).toList(),
        view.hire().row().plan().openContract() != null,
        ledger.invoices().stream().map(LedgerPage::invoice).toList(),
        ledger.readAt() == null ? null : times.when(ledger.readAt()),
        ledger.trouble(),
        ChangeStreamController.PATH + "?hire=" + Links.encoded(view.hire().id()));
  }

  private static String status(HireLedger ledger) {
    return switch (ledger.reconciliation().status()) {
      case EMPTY -> "No money has moved yet.";
      case MATCHED -> "Everything was booked as expected.";
      case NOT_VISIBLE -> "What was paid by card is not visible in the marketplace's API.";
      case NOT_READ -> "The marketplace's ledger was not read since the last movement.";
      case DIFFERS -> "What was booked differs from what was expected.";
    };
  }

  /** OpenContract keeps no ledger that could be held against ours. */
  private static String told(HireLedger ledger) {
    return ledger.entries().isEmpty()
        ? "No money has moved yet."
        : "What was signed for is certain. What comes back is reckoned from the marketplace's rules,"
            + " since it tells no transfers.";
  }

  private static Line line(LedgerLine line) {
    Money difference = line.difference();
    String what =
        switch (line.movement()) {
          case FUNDING -> "Funding";
          case BOND -> "Bond";
          case PAYOUT -> "Payout";
          case RETURN -> "Return";
          case OTHER -> "Other";
        };
    Money expected = line.expected();
    return new Line(
        line.milestone() == null ? what : what + " " + line.milestone(),
        expected == null ? null : Glossary.money(expected),
        line.fees() == null
            ? null
            : Glossary.money(line.amount()) + " + " + Glossary.money(line.fees()) + " fees",
        line.booked() == null ? null : Glossary.money(line.booked()),
        difference == null ? null : Glossary.money(difference),
        line.match() == Match.NOT_READ ? "Not read since it was expected." : line.words(),
        line.match().differs());
  }

  private static Entry entry(LedgerEntry entry, RelativeTimes times) {
    return new Entry(
        entry.type(),
        Glossary.money(entry.amount()),
        entry.note(),
        entry.id(),
        times.when(entry.bookedAt()));
  }

  private static Fact invoice(OpenInvoice invoice) {
    String number = invoice.number() == null ? invoice.id() : "No. " + invoice.number();
    return new Fact(
        number, Glossary.money(invoice.amount()), invoice.kind() + ", " + invoice.status());
  }
}
