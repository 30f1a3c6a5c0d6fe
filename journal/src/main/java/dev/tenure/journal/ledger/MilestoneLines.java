package dev.tenure.journal.ledger;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what is expected of one milestone against what was booked for it. */
final class MilestoneLines {

  private final LedgerFacts facts;
  private final MilestoneDocument milestone;
  private final Postings booked;
  private final @Nullable ApprovalDocument funding;
  private final @Nullable ApprovalDocument release;
  private final List<LedgerLine> lines = new ArrayList<>();

  MilestoneLines(LedgerFacts facts, MilestoneDocument milestone, List<LedgerEntry> entries) {
    this.facts = facts;
    this.milestone = milestone;
    this.booked = new Postings(entries, milestone.amount().currency());
    this.funding = facts.funding(milestone).orElse(null);
    this.release = facts.release(milestone).orElse(null);
  }

  List<LedgerLine> all() {
    funding();
    payout();
    returns();
    booked.others().forEach(entry -> lines.add(LedgerLine.other(entry, milestone.key())));
    return List.copyOf(lines);
  }

  /** What was kept beside the amount itself. */
  Money feesBooked() {
    Money kept = booked.held().minus(booked.returned());
    return milestone.state() == MilestoneState.CANCELLED ? kept : kept.minus(milestone.amount());
  }

  private void funding() {
    Money held = booked.held();
    if (wasFunded()) {
      Money fees =
          facts.first(milestone)
              ? Fees.ofHire(milestone.amount())
              : Fees.ofFunding(milestone.amount());
      LedgerLine expected =
          line(Movement.FUNDING, funding, milestone.amount(), fees, held, booked.heldIds());
      lines.add(held.isPositive() ? compared(expected) : unseen(expected, cardPaid()));
    } else if (held.isPositive() && !cameToNothing()) {
      lines.add(unexpected(Movement.FUNDING, held, booked.heldIds()));
    }
  }

  /** Of what is spent, the part above the fees went to the trainer. */
  private void payout() {
    Money fees = booked.held().minus(milestone.amount());
    Money paid = fees.isPositive() ? booked.spent().minus(fees) : booked.spent();
    if (release != null || milestone.state() == MilestoneState.PAID) {
      LedgerLine expected =
          line(Movement.PAYOUT, release, milestone.amount(), null, paid, booked.spentIds());
      lines.add(paid.isPositive() ? compared(expected) : unseen(expected, !heldHere()));
    } else if (heldHere() && paid.isPositive()) {
      lines.add(unexpected(Movement.PAYOUT, paid, booked.spentIds()));
    }
  }

  /** Assumed: of a cancelled milestone the amount comes back, and the fees do not. */
  private void returns() {
    Money back = booked.returned();
    if (milestone.state() == MilestoneState.CANCELLED && wasFunded()) {
      LedgerLine expected =
          line(Movement.RETURN, null, milestone.amount(), null, back, booked.returnedIds());
      lines.add(back.isPositive() ? compared(expected) : unseen(expected, !heldHere()));
    } else if (back.isPositive() && !cameToNothing()) {
      lines.add(unexpected(Movement.RETURN, back, booked.returnedIds()));
    }
  }

  private boolean wasFunded() {
    return funding != null
        || milestone.state().inEscrow()
        || milestone.state() == MilestoneState.PAID;
  }

  /** A charge that failed: all of it was held and came back, and nothing was funded. */
  private boolean cameToNothing() {
    return !wasFunded() && booked.held().equals(booked.returned());
  }

  private boolean heldHere() {
    return booked.held().isPositive();
  }

  /** A funding says so in its evidence; a hire, or what was done in the app, does not say. */
  private boolean cardPaid() {
    return funding == null
        || facts.first(milestone)
        || funding.evidence().containsKey("paymentIntentId");
  }

  private static LedgerLine compared(LedgerLine line) {
    boolean equal = line.booked() != null && line.booked().equals(line.expected());
    return line.judged(equal ? Match.MATCHED : Match.DIFFERENT);
  }

  /** Nothing was booked, which may have a good reason. */
  private LedgerLine unseen(LedgerLine line, boolean elsewhere) {
    @Nullable ApprovalDocument by = line.movement() == Movement.PAYOUT ? release : funding;
    if (!facts.readSince(by == null ? null : by.resolvedAt())) {
      return line.judged(Match.NOT_READ);
    }
    return line.judged(elsewhere ? Match.NOT_VISIBLE : Match.MISSING);
  }

  private LedgerLine unexpected(Movement movement, Money amount, List<String> entries) {
    return new LedgerLine(
            movement,
            milestone.key(),
            null,
            Match.UNEXPECTED,
            null,
            null,
            amount,
            entries,
            null,
            "")
        .judged(Match.UNEXPECTED);
  }

  private LedgerLine line(
      Movement movement,
      @Nullable ApprovalDocument by,
      Money amount,
      @Nullable Money fees,
      Money total,
      List<String> entries) {
    return new LedgerLine(
        movement,
        milestone.key(),
        by == null ? null : by.id(),
        Match.NOT_READ,
        amount,
        fees,
        total.isPositive() ? total : null,
        entries,
        invoice(by),
        "");
  }

  private @Nullable String invoice(@Nullable ApprovalDocument by) {
    @Nullable String own = by == null ? null : by.evidence().get("invoiceId");
    return own == null && release != null ? release.evidence().get("invoiceId") : own;
  }
}
