package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalStatus;
import java.util.Map;

/** Keeps the documents of a hire's approvals, from the ask to the end. */
final class Approvals {
  private final Book book;

  Approvals(Book book) {
    this.book = book;
  }

  /** False when the marketplace answered with an approval that had ended before. */
  boolean remember(CoSignRequest request, ApprovalSnapshot shown) {
    ApprovalDocument known = book.state.approvals.get(shown.id());
    if (known != null && known.status() != ApprovalStatus.LOST_SIGHT) {
      return false;
    }
    int attempt = (int) book.approvals(request.kind(), request.milestone()).count() + 1;
    // One that comes back into sight goes to the end of the line: the last one is what counts.
    book.state.approvals.remove(shown.id());
    book.put(
        new ApprovalDocument(
            shown.id(),
            request.kind(),
            ApprovalStatus.PENDING,
            request.milestone(),
            request.amount(),
            request.fees(),
            shown.url(),
            known == null ? attempt : known.attempt(),
            shown.createdAt(),
            shown.expiresAt(),
            null,
            Map.of(),
            0));
    if (!ApprovalWatch.pending(shown)) {
      book.state.rungApprovals.add(shown.id());
    }
    note("approval.requested", "Co-sign requested: " + request.priced(), request, shown);
    return true;
  }

  /** Our own request for other terms has taken its place. */
  void replaced(CoSignRequest request, ApprovalDocument old) {
    book.put(old.resolved(ApprovalStatus.SUPERSEDED, book.now(), Map.of()));
    book.note(
        "approval.superseded",
        "Replaced by our own request with other terms: " + request.priced() + ".",
        request.milestone(),
        old.id(),
        Map.of("kind", request.kind().wire(), "url", old.url()));
  }

  /** People did in the app what they were asked for, or made it pointless. */
  void overtaken(CoSignRequest request, ApprovalDocument approval) {
    book.put(approval.resolved(ApprovalStatus.SUPERSEDED, book.now(), Map.of()));
    book.note(
        "approval.superseded",
        "People settled it in the app meanwhile: "
            + request.words()
            + ". The approval can no longer be carried out.",
        request.milestone(),
        approval.id(),
        Map.of("kind", request.kind().wire(), "url", approval.url()));
  }

  void lost(CoSignRequest request, ApprovalDocument approval) {
    book.put(approval.resolved(ApprovalStatus.LOST_SIGHT, book.now(), Map.of()));
    book.state.unsettled.put(approval.id(), new ApprovalEnd(null, null));
    book.note(
        "approval.lost_sight",
        "The approval can no longer be seen: " + request.words() + ". The contract decides.",
        request.milestone(),
        approval.id(),
        Map.of());
  }

  void ended(CoSignRequest request, ApprovalDocument approval, ApprovalSnapshot shown) {
    ApprovalStatus status = ApprovalWatch.status(shown).orElse(ApprovalStatus.LOST_SIGHT);
    book.put(approval.resolved(status, shown.resolvedAt(), shown.result()));
    book.state.unsettled.put(approval.id(), new ApprovalEnd(shown.status(), shown.contractId()));
    note(
        "approval." + status.wire(),
        "%s: %s.".formatted(Words.capital(request.priced()), Words.of(status)),
        request,
        shown);
  }

  private void note(String type, String words, CoSignRequest request, ApprovalSnapshot approval) {
    book.note(
        type,
        words,
        request.milestone(),
        approval.id(),
        Map.of("kind", request.kind().wire(), "url", approval.url()));
  }
}
