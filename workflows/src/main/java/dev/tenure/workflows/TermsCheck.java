package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.Obstacle;
import dev.tenure.model.EditedTerms;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.Money;

/**
 * People may have confirmed other terms than were asked for: theirs win, unless policy or cap want
 * a person first.
 */
final class TermsCheck {
  private final HireParts hire;
  private final Book book;
  private final Course course;
  private boolean settled;

  TermsCheck(HireParts hire) {
    this.hire = hire;
    this.book = hire.book();
    this.course = hire.course();
  }

  /** Whether nothing speaks against going on with them. */
  boolean settled() {
    return settled;
  }

  void run() {
    check();
    settled = true;
  }

  private void check() {
    String first = first();
    hire.contract()
        .readUntil(() -> book.milestone(first).milestoneId() != null, "its milestone", first);
    Money asked = book.plan.first().amount();
    Money got = book.milestone(first).amount();
    if (course.ending() || got.equals(asked)) {
      return;
    }
    if (book.plan.policies().onEditedTerms() == EditedTerms.HOLD) {
      holdOnce(
          IncidentCause.TERMS_EDITED,
          "%s was asked for, %s was confirmed. Retry accepts it and goes on."
              .formatted(asked, got));
    }
    if (Budget.exceeded(book.totals())) {
      holdOnce(
          IncidentCause.BUDGET_EXCEEDED,
          ("%s was confirmed instead of %s; the hire could now cost %s, above its cap of %s."
                  + " Retry goes on with what is committed; nothing above the cap is asked for.")
              .formatted(got, asked, book.totals().worstCase(), book.plan.cap()));
    }
  }

  private void holdOnce(IncidentCause cause, String detail) {
    if (!book.accepted(cause, first())) {
      String step = cause.wire() + " at the hire";
      hold(hire.holding().take(step, new Obstacle(cause, detail, null), first()));
    }
  }

  /** Nobody else looks at the contract yet; and the end, once commanded, needs no terms. */
  private void hold(String incident) {
    if (!hire.changes().heed()) {
      hire.holding().awaitRetry(incident);
      return;
    }
    hire.contract()
        .lookWhile(
            () -> !hire.incidents().closed(incident) && !course.ending(), "terms to be accepted");
    if (!hire.incidents().closed(incident)) {
      hire.holding().release(incident, "the end was commanded");
    }
    hire.holding().settle(incident);
  }

  private String first() {
    return book.plan.first().key();
  }
}
