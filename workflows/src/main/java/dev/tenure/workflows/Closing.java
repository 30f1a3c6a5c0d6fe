package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.MoneyTotals;
import java.util.List;
import java.util.Map;

/** Writes the last line of a hire. */
final class Closing {
  private final Book book;
  private final Incidents incidents;

  Closing(Book book, Incidents incidents) {
    this.book = book;
    this.incidents = incidents;
  }

  void close() {
    for (MilestoneDocument milestone : List.copyOf(book.milestones())) {
      if (!milestone.foreign() && unfunded(milestone.state())) {
        book.put(milestone.withState(MilestoneState.DROPPED));
      }
    }
    book.state.approvals.values().stream()
        .filter(ApprovalDocument::pending)
        .toList()
        .forEach(this::overtaken);
    incidents.closeAll();
    HireStatus closing = book.state.closing;
    HireStatus status = closing == null ? HireStatus.ENDED : closing;
    book.state.closedAt = book.now();
    book.status(status);
    book.note("hire." + status.wire(), words(status));
  }

  private void overtaken(ApprovalDocument approval) {
    book.put(approval.resolved(ApprovalStatus.SUPERSEDED, book.now(), Map.of()));
    book.note(
        "approval.superseded",
        "An approval was still pending when the hire closed; it can no longer be carried out.",
        approval.milestone(),
        approval.id(),
        Map.of("kind", approval.kind().wire()));
  }

  private static boolean unfunded(MilestoneState state) {
    return switch (state) {
      case PLANNED, CREATED, AWAITING_FUNDING -> true;
      case FUNDED, DELIVERED, AWAITING_RELEASE, PAID, CANCELLED, DROPPED -> false;
    };
  }

  private String words(HireStatus status) {
    MoneyTotals totals = book.totals();
    return switch (status) {
      case ENDED ->
          "The hire has ended: %s paid, %s fees estimated."
              .formatted(totals.paid(), totals.feesEstimated());
      case DECLINED -> "The hire is closed: a person declined it.";
      case EXPIRED -> "The hire is closed: nobody decided in time.";
      case CANCELLED -> "The hire is closed: it was given up.";
      case REQUESTED, AWAITING_APPROVAL, ACTIVE, ENDING, CANCELLING ->
          throw new IllegalStateException(status + " does not close a hire");
    };
  }
}
