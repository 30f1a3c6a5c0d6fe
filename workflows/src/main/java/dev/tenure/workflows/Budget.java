package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.MoneyTotals;

/** Keeps a hire under its cap: the worst case, fees included, is checked before each step. */
final class Budget {
  private final Book book;
  private final Incidents incidents;

  Budget(Book book, Incidents incidents) {
    this.book = book;
    this.incidents = incidents;
  }

  /** Holds while the hire could cost more than its cap. */
  void check(String milestone) {
    for (MoneyTotals totals = book.totals(); exceeded(totals); totals = book.totals()) {
      incidents.hold(
          IncidentCause.BUDGET_EXCEEDED,
          "With milestone %s the hire could cost %s, above its cap of %s."
              .formatted(milestone, totals.worstCase(), totals.cap()),
          milestone);
    }
  }

  private static boolean exceeded(MoneyTotals totals) {
    return totals.cap() != null && totals.worstCase().compareTo(totals.cap()) > 0;
  }
}
