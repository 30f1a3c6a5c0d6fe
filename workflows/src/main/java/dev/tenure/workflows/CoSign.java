package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import dev.tenure.workflows.marketplace.ApprovalReading;
import dev.tenure.workflows.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.marketplace.AskAnswer;
import java.util.Map;
import java.util.Optional;

/** The heart: asks, remembers the approval, waits, reads, and decides on what was read. */
final class CoSign {
  private final Book book;
  private final Course course;
  private final PatientCall calls;
  private final ApprovalWatch watch;
  private final Refusals refusals;

  CoSign(Book book, Course course, PatientCall calls, ApprovalWatch watch, Refusals refusals) {
    this.book = book;
    this.course = course;
    this.calls = calls;
    this.watch = watch;
    this.refusals = refusals;
  }

  /** Obtains the co-sign; may be entered again at any point of it. */
  Outcome obtain(CoSignRequest request) {
    for (; ; ) {
      Optional<ApprovalDocument> open = book.pending(request.kind(), request.milestone());
      if (open.isEmpty()) {
        if (request.kind() != ApprovalKind.CONTRACT_END) {
          course.awaitLeaveToAsk();
        }
        AskAnswer answer =
            calls.call("ask: " + request.priced(), request.milestone(), request.ask());
        switch (answer) {
          case AskAnswer.Done done -> {
            return new Outcome.Done();
          }
          case AskAnswer.Fact fact -> {
            return new Outcome.Fact(fact.reason());
          }
          case AskAnswer.Pending pending -> remember(request, pending.approval());
        }
      } else {
        Optional<Outcome> outcome = await(request, open.get());
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
    }
  }

  private void remember(CoSignRequest request, ApprovalSnapshot approval) {
    if (book.state.approvals.containsKey(approval.id())) {
      refusals.answeredWithOldApproval(request, approval.id());
      return;
    }
    int attempt = (int) book.approvals(request.kind(), request.milestone()).count() + 1;
    book.put(
        new ApprovalDocument(
            approval.id(),
            request.kind(),
            ApprovalStatus.PENDING,
            request.milestone(),
            request.amount(),
            request.fees(),
            approval.url(),
            attempt,
            approval.createdAt(),
            approval.expiresAt(),
            null,
            Map.of(),
            0));
    if (request.kind() == ApprovalKind.PROPOSAL_HIRE) {
      book.state.jobId = approval.jobId();
      book.status(HireStatus.AWAITING_APPROVAL);
    }
    note("approval.requested", "Co-sign requested: " + request.priced(), request, approval);
  }

  private Optional<Outcome> await(CoSignRequest request, ApprovalDocument approval) {
    return switch (watch.untilFinal(request, approval)) {
      case ApprovalReading.LostSight lost -> {
        book.put(approval.resolved(ApprovalStatus.LOST_SIGHT, book.now(), Map.of()));
        book.note(
            "approval.lost_sight",
            "The approval can no longer be seen: " + request.words() + ". The contract decides.",
            request.milestone(),
            approval.id(),
            Map.of());
        yield Optional.of(new Outcome.LostSight());
      }
      case ApprovalReading.Seen seen -> decide(request, approval, seen.approval());
    };
  }

  private Optional<Outcome> decide(
      CoSignRequest request, ApprovalDocument approval, ApprovalSnapshot shown) {
    ApprovalStatus status = ApprovalWatch.status(shown).orElse(ApprovalStatus.LOST_SIGHT);
    book.put(approval.resolved(status, shown.resolvedAt(), shown.result()));
    note(
        "approval." + status.wire(),
        "%s: %s.".formatted(Words.capital(request.priced()), Words.of(status)),
        request,
        shown);
    if (status == ApprovalStatus.CONFIRMED) {
      return Optional.of(new Outcome.Confirmed(shown));
    }
    course.checkNotHalted();
    refusals.decide(request, status, shown.status());
    return Optional.empty();
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
