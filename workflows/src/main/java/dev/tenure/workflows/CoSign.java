package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.marketplace.AskAnswer;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The heart: asks, remembers the approval, waits, reads, and decides on what was read. */
final class CoSign {
  private final Book book;
  private final Course course;
  private final Clearance clearance;
  private final GivingUp givingUp;
  private final Holding holding;
  private final PatientCall calls;
  private final ApprovalWatch watch;
  private final Refusals refusals;
  private final Approvals approvals;
  private final ApprovalNomination nomination;

  CoSign(
      Book book,
      Course course,
      Clearance clearance,
      GivingUp givingUp,
      Holding holding,
      PatientCall calls,
      ApprovalWatch watch,
      Refusals refusals) {
    this.book = book;
    this.course = course;
    this.clearance = clearance;
    this.givingUp = givingUp;
    this.holding = holding;
    this.calls = calls;
    this.watch = watch;
    this.refusals = refusals;
    this.approvals = new Approvals(book);
    this.nomination = new ApprovalNomination(book, calls, holding, approvals);
  }

  /**
   * Obtains the co-sign; may be entered again at any point of it. What comes next is read from the
   * state alone, and the end of an approval counts as settled only after it was acted on, so that a
   * run that carries on neither asks twice nor forgets a no.
   *
   * @param act what follows the outcome
   */
  void obtain(CoSignRequest request, Consumer<Outcome> act) {
    for (boolean settled = false; !settled; ) {
      holding.honourAborts();
      nomination.takeUp(request);
      Optional<ApprovalDocument> last = book.lastApproval(request.kind(), request.milestone());
      if (last.isPresent() && last.get().pending()) {
        settled = await(request, last.get(), act);
      } else if (last.isPresent() && book.state.unsettled.containsKey(last.get().id())) {
        settled = settle(request, last.get(), act);
      } else {
        settled = ask(request, answer -> answered(request, answer, act));
      }
    }
  }

  private boolean ask(CoSignRequest request, Predicate<AskAnswer> answered) {
    clearance.awaitToAsk(request.kind(), request.milestone());
    request.ready().run();
    clearance.awaitToAsk(request.kind(), request.milestone());
    if (clearance.overtaken(request)) {
      throw new StepAbandoned();
    }
    boolean hire = request.kind() == ApprovalKind.PROPOSAL_HIRE;
    givingUp.askingForHire(hire);
    book.state.hireUnanswered = hire;
    try {
      AskAnswer answer = call(request);
      book.state.hireUnanswered = false;
      return answered.test(answer);
    } finally {
      givingUp.askingForHire(false);
    }
  }

  private boolean answered(CoSignRequest request, AskAnswer answer, Consumer<Outcome> act) {
    switch (answer) {
      case AskAnswer.Done done -> act.accept(new Outcome.Done());
      case AskAnswer.Fact fact -> act.accept(new Outcome.Fact(fact.reason()));
      case AskAnswer.Pending pending -> {
        remember(request, pending.approval());
        return false;
      }
    }
    return true;
  }

  /**
   * The answer to a request that was to replace a pending approval by other terms. A person may
   * have confirmed the old one in that instant: then a read of it says so, and it counts.
   */
  private boolean replaced(
      CoSignRequest request, ApprovalDocument old, AskAnswer answer, Consumer<Outcome> act) {
    book.state.hireAsked = request.terms();
    switch (answer) {
      case AskAnswer.Done done -> {
        return answered(request, done, act);
      }
      case AskAnswer.Fact fact -> book.state.rungApprovals.add(old.id());
      case AskAnswer.Pending pending -> {
        if (!pending.approval().id().equals(old.id())) {
          approvals.replaced(request, old);
          remember(request, pending.approval());
        }
      }
    }
    return false;
  }

  private AskAnswer call(CoSignRequest request) {
    return calls.call(
        "ask: " + request.priced(),
        request.milestone(),
        request.ask(),
        () -> clearance.overtaken(request));
  }

  private void remember(CoSignRequest request, ApprovalSnapshot approval) {
    if (!approvals.remember(request, approval)) {
      refusals.answeredWithOldApproval(request, approval.id());
    } else if (request.kind() == ApprovalKind.PROPOSAL_HIRE) {
      book.state.jobId = approval.jobId();
      book.askedForHire(request.terms());
      book.status(course.givenUp() ? HireStatus.CANCELLING : HireStatus.AWAITING_APPROVAL);
    }
  }

  private boolean await(CoSignRequest request, ApprovalDocument approval, Consumer<Outcome> act) {
    switch (watch.untilFinal(request, approval)) {
      case ApprovalReading.LostSight lost -> approvals.lost(request, approval);
      case ApprovalReading.Seen seen when ApprovalWatch.pending(seen.approval()) -> {
        return ask(request, answer -> replaced(request, approval, answer, act));
      }
      case ApprovalReading.Seen seen -> approvals.ended(request, approval, seen.approval());
    }
    return false;
  }

  /** Acts on the end of an approval; false when it shall be asked again. */
  private boolean settle(CoSignRequest request, ApprovalDocument last, Consumer<Outcome> act) {
    ApprovalEnd end = Objects.requireNonNull(book.state.unsettled.get(last.id()));
    boolean acted = true;
    if (last.status() == ApprovalStatus.CONFIRMED) {
      act.accept(new Outcome.Confirmed(end.contractId()));
    } else if (end.shown() == null) {
      act.accept(new Outcome.LostSight());
    } else if (!replacedByUs(request, last)) {
      clearance.awaitToGoOn(request.kind(), request.milestone());
      if (request.reached().getAsBoolean()) {
        book.state.unsettled.remove(last.id());
        return true;
      }
      refusals.decide(request, last, end.shown());
      acted = false;
    } else {
      acted = false;
    }
    book.state.unsettled.remove(last.id());
    return acted;
  }

  /** Whether our own request for other terms has reached the marketplace before its answer us. */
  private boolean replacedByUs(CoSignRequest request, ApprovalDocument last) {
    return last.status() == ApprovalStatus.SUPERSEDED && book.outdated(request.kind());
  }
}
