package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.workflows.marketplace.ApprovalRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits for the end of one approval: by its doorbell, by a look at 1/6, 1/2 and 5/6 of its window,
 * and at its deadline. What counts is only what is read.
 */
final class ApprovalWatch {
  /** The marketplace expires lazily, on a read: look a moment after the time is up. */
  private static final Duration PAST_DEADLINE = Duration.ofSeconds(1);

  private static final int[] SIXTHS = {1, 3, 5};

  private final Book book;
  private final Course course;
  private final Doorbells bells;
  private final PatientCall calls;
  private final AppChanges changes;

  ApprovalWatch(Book book, Course course, Doorbells bells, PatientCall calls, AppChanges changes) {
    this.book = book;
    this.course = course;
    this.bells = bells;
    this.calls = calls;
    this.changes = changes;
  }

  /**
   * Reads until the end, or until the approval is to be replaced because its terms are outdated.
   */
  ApprovalReading untilFinal(CoSignRequest request, ApprovalDocument approval) {
    for (int late = 0; ; ) {
      Instant wake = nextLook(approval, book.now(), late);
      Timer.await(
          book.news,
          Duration.between(book.now(), wake),
          summary(request, approval),
          () ->
              bells.rang(approval.id())
                  || course.halted()
                  || past(request)
                  || toBeReplaced(request));
      if (course.leaving()) {
        throw new StepAbandoned();
      }
      bells.answer(approval.id());
      ApprovalReading reading = read(request, approval);
      if (!(reading instanceof ApprovalReading.Seen seen) || !pending(seen.approval())) {
        return reading;
      }
      course.checkNotHalted();
      checkNotPast(request);
      if (toBeReplaced(request)) {
        return reading;
      }
      late = book.now().isAfter(approval.expiresAt()) ? late + 1 : 0;
    }
  }

  private boolean past(CoSignRequest request) {
    return changes.past(request.kind(), request.milestone());
  }

  private void checkNotPast(CoSignRequest request) {
    if (changes.carriedPast(request.kind(), request.milestone()) && changes.heed()) {
      throw new StepAbandoned();
    }
  }

  private boolean toBeReplaced(CoSignRequest request) {
    return book.outdated(request.kind()) && !course.paused() && !course.givenUp();
  }

  private ApprovalReading read(CoSignRequest request, ApprovalDocument approval) {
    ApprovalRef ref = new ApprovalRef(approval.id());
    return calls.call(
        "read approval: " + request.words(),
        request.milestone(),
        m -> m.readApproval(ref),
        () -> course.dropped(request.milestone()) || past(request));
  }

  /** The next tick of the window, else the deadline; past it, again after 2, 4, 8, … seconds. */
  static Instant nextLook(ApprovalDocument approval, Instant now, int late) {
    Duration window = Duration.between(approval.createdAt(), approval.expiresAt());
    for (int sixths : SIXTHS) {
      Instant tick = approval.createdAt().plus(window.multipliedBy(sixths).dividedBy(6));
      if (tick.isAfter(now)) {
        return tick;
      }
    }
    Instant deadline = approval.expiresAt().plus(PAST_DEADLINE);
    return deadline.isAfter(now) ? deadline : now.plusSeconds(1L << Math.min(late + 1, 9));
  }

  private static String summary(CoSignRequest request, ApprovalDocument approval) {
    return "co-sign of %s, until %s".formatted(request.words(), approval.expiresAt());
  }

  static boolean pending(ApprovalSnapshot approval) {
    return approval.status().equals("pending");
  }

  /** Our word for the marketplace's status; empty for one that is not known here. */
  static Optional<ApprovalStatus> status(ApprovalSnapshot approval) {
    return switch (approval.status()) {
      case "confirmed" -> Optional.of(ApprovalStatus.CONFIRMED);
      case "declined" -> Optional.of(ApprovalStatus.DECLINED);
      case "superseded" -> Optional.of(ApprovalStatus.SUPERSEDED);
      case "expired" ->
          Optional.of(replaced(approval) ? ApprovalStatus.SUPERSEDED : ApprovalStatus.EXPIRED);
      default -> Optional.empty();
    };
  }

  /** Assumed: a replaced approval reads as expired, resolved before its time was up. */
  private static boolean replaced(ApprovalSnapshot approval) {
    return approval.type().equals("proposal_hire")
        && approval.resolvedAt() != null
        && approval.resolvedAt().isBefore(approval.expiresAt());
  }
}
