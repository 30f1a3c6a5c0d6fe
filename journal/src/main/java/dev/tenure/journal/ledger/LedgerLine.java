package dev.tenure.journal.ledger;

import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, as it was expected and as it was booked. The two are never mixed.
 *
 * @param milestone key of the milestone; absent for what belongs to none that is known
 * @param approvalId the approval that brought it about; absent for what was done in the app
 * @param amount expected, without fees
 * @param fees expected on top
 * @param booked what the marketplace booked for it in total
 * @param entries ids of what was booked
 * @param invoiceId the marketplace's invoice, where the approval's evidence names it
 */
public record LedgerLine(
    Movement movement,
    @Nullable String milestone,
    @Nullable String approvalId,
    Match match,
    @Nullable Money amount,
    @Nullable Money fees,
    @Nullable Money booked,
    List<String> entries,
    @Nullable String invoiceId,
    String words) {

  public LedgerLine {
    entries = List.copyOf(entries);
  }

  /** Amount and fees; absent for what was not expected. */
  public @Nullable Money expected() {
    if (amount == null) {
      return null;
    }
    return fees == null ? amount : amount.plus(fees);
  }

  /** By how much more was booked than expected; absent unless both are there or one is none. */
  public @Nullable Money difference() {
    @Nullable Money expected = expected();
    return switch (match) {
      case MATCHED, NOT_VISIBLE, NOT_READ -> null;
      case MISSING -> expected == null ? null : Money.zero(expected.currency()).minus(expected);
      case UNEXPECTED -> booked;
      case DIFFERENT -> expected == null || booked == null ? booked : booked.minus(expected);
    };
  }

  /** An entry that belongs to no movement that is known here. */
  static LedgerLine other(LedgerEntry entry, @Nullable String milestone) {
    return new LedgerLine(
            Movement.OTHER,
            milestone,
            null,
            Match.UNEXPECTED,
            null,
            null,
            entry.amount(),
            List.of(entry.id()),
            null,
            "")
        .judged(Match.UNEXPECTED);
  }

  /** The same line with what became of it, and the words for it. */
  LedgerLine judged(Match judgement) {
    return new LedgerLine(
        movement,
        milestone,
        approvalId,
        judgement,
        amount,
        fees,
        booked,
        entries,
        invoiceId,
        words(this, judgement));
  }

  private static String words(LedgerLine line, Match match) {
    return switch (match) {
      case MATCHED -> "Booked as expected.";
      case DIFFERENT -> "Booked %s, expected %s.".formatted(line.booked(), line.expected());
      case MISSING ->
          "Expected %s, and the credits ledger has no entry for it.".formatted(line.expected());
      case UNEXPECTED -> unexpected(line);
      case NOT_READ -> "The ledger was not read since; ask again with Prefer: refresh.";
      case NOT_VISIBLE ->
          "The credits ledger has no entry for it: paid by card, which the marketplace's API does"
              + " not show"
              + (line.invoiceId() == null ? "." : "; see invoice " + line.invoiceId() + ".");
    };
  }

  private static String unexpected(LedgerLine line) {
    String what =
        switch (line.movement()) {
          case FUNDING -> "was held for a milestone that is not funded as far as is known here";
          case PAYOUT -> "was paid out of a milestone that is not released as far as is known here";
          case BOND -> "was paid as the bond of a dispute that is not known here";
          case RETURN -> "came back from a milestone that stands as far as is known here";
          case OTHER -> "was booked, and it is not known here what for";
        };
    return line.booked() + " " + what + ".";
  }
}
