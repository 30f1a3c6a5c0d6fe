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
    List<ApprovalDocument> pending =
        book.state.approvals.values().stream().filter(ApprovalDocument::pending).toList();
    for (MilestoneDocument milestone : List.copyOf(book.milestones())) {
      if (!milestone.foreign() && unfunded(milestone.state()) && !mayBeFunded(milestone, pending)) {
        book.put(milestone.withState(MilestoneState.DROPPED));
      }
    }
    pending.forEach(contractStaysActive() ? this::leftToPeople : this::overtaken);
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

  private boolean contractStaysActive() {
    return book.hasContract() && !book.state.contractEnded;
  }

  private boolean mayBeFunded(MilestoneDocument milestone, List<ApprovalDocument> pending) {
    return contractStaysActive()
        && pending.stream().anyMatch(approval -> milestone.key().equals(approval.milestone()));
  }

  /** On an active contract people can still confirm it, and money would move unseen. */
  private void leftToPeople(ApprovalDocument approval) {
    book.put(approval.resolved(ApprovalStatus.LOST_SIGHT, book.now(), Map.of()));
    book.note(
        "approval.lost_sight",
        "An approval is still pending over there on the contract that stays active, and nobody"
            + " watches it here any more: decline it, unless it is wanted.",
        approval.milestone(),
        approval.id(),
        Map.of("kind", approval.kind().wire(), "url", approval.url()));
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
