package dev.tenure.journal;

/** Says what became of a line. */
final class LedgerWords {

  private LedgerWords() {}

  static LedgerLine judged(LedgerLine line, Match match) {
    return new LedgerLine(
        line.movement(),
        line.milestone(),
        line.approvalId(),
        match,
        line.amount(),
        line.fees(),
        line.booked(),
        line.entries(),
        line.invoiceId(),
        words(line, match));
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
          case RETURN -> "came back from a milestone that stands as far as is known here";
          case OTHER -> "was booked, and it is not known here what for";
        };
    return line.booked() + " " + what + ".";
  }
}
