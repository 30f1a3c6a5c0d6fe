package dev.tenure.workflows;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireStatus;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where the hire is heading: what stops every step, and when a new ask may be made. */
final class Course {
  private final Book book;
  private boolean leaving;
  private boolean askingForHire;
  private boolean endStopsAsks;

  Course(Book book) {
    this.book = book;
  }

  /** Whether no step may go on: the contract ended, the hire closes, or the run is handed over. */
  boolean halted() {
    return leaving || over();
  }

  /** Whether the hire itself has come to its end. */
  boolean over() {
    return book.state.contractEnded || book.state.closing != null;
  }

  /** Lets every step return from its wait, so that the run can continue as new. */
  void leave() {
    leaving = true;
  }

  boolean leaving() {
    return leaving;
  }

  /** Waits for a condition; unwinds the step when the hire is halted first. */
  void await(BooleanSupplier condition) {
    Workflow.await(() -> halted() || condition.getAsBoolean());
    checkNotHalted();
  }

  /**
   * Waits until nothing speaks against asking a person for something new. A pause does; but the end
   * of the contract is never held back by it.
   */
  void awaitLeaveToAsk(ApprovalKind kind, @Nullable String milestone) {
    if (kind != ApprovalKind.CONTRACT_END) {
      await(() -> !paused() || ending() || givenUp() || dropped(milestone));
    }
    awaitLeaveToGoOn(kind, milestone);
  }

  /** Waits until the end of an approval may be acted on. */
  void awaitLeaveToGoOn(ApprovalKind kind, @Nullable String milestone) {
    if (kind == ApprovalKind.PROPOSAL_HIRE && givenUp()) {
      throw new StepAbandoned();
    }
    if (kind != ApprovalKind.CONTRACT_END) {
      await(() -> !ending() || dropped(milestone));
    }
    checkWanted(milestone);
  }

  /** Whether a request that is not answered yet has lost its point. */
  boolean overtaken(CoSignRequest request) {
    return switch (request.kind()) {
      case PROPOSAL_HIRE -> paused() || givenUp() || !current(request);
      case MILESTONE_FUND, MILESTONE_APPROVE ->
          paused() || dropped(request.milestone()) || (endStopsAsks && ending());
      case CONTRACT_END -> false;
    };
  }

  /** Call when an obstacle is met: runs of an earlier age went on asking while the end came. */
  void meetObstacle() {
    endStopsAsks =
        Workflow.getVersion("end and pause leave obstacles open", Workflow.DEFAULT_VERSION, 1)
            != Workflow.DEFAULT_VERSION;
  }

  /** Whether a call is given up for now although its obstacle stands. */
  boolean leavesObstacleOpen() {
    return endStopsAsks && (paused() || ending());
  }

  /** Whether the request asks for the terms that hold now. */
  private boolean current(CoSignRequest request) {
    return request.terms() == null || request.terms().equals(book.plan.first());
  }

  /** Marks that the marketplace is being asked for the hire: nobody knows yet what comes of it. */
  void askingForHire(boolean now) {
    askingForHire = now;
  }

  boolean dropped(@Nullable String milestone) {
    return book.dropped(milestone);
  }

  boolean paused() {
    return book.state.paused;
  }

  /** Waits while the end is under way; once that has come, the step unwinds. */
  void awaitNotEnding() {
    await(() -> !ending());
  }

  /** Whether the end of the contract is on its way. */
  boolean ending() {
    return book.state.endRequested || book.state.status == HireStatus.ENDING;
  }

  /** Whether the hire is given up and only waits for an approval that nobody can recall. */
  boolean givenUp() {
    return book.state.givenUpAs != null;
  }

  /** Whether nothing has stopped the hire, ends it or gives it up. */
  boolean free() {
    return !halted() && !ending() && !givenUp();
  }

  void checkNotHalted() {
    if (halted()) {
      throw new StepAbandoned();
    }
  }

  /** Unwinds the step also when its milestone was dropped. */
  void checkWanted(@Nullable String milestone) {
    checkNotHalted();
    if (dropped(milestone)) {
      throw new StepAbandoned();
    }
  }

  /**
   * Whether the hire itself may still come about: a person can confirm it, has confirmed it, or the
   * marketplace is being asked for it.
   */
  boolean hiringUndecided() {
    return askingForHire
        || book.lastApproval(ApprovalKind.PROPOSAL_HIRE, book.plan.first().key())
            .filter(last -> last.pending() || confirmed(last))
            .isPresent();
  }

  private boolean confirmed(ApprovalDocument last) {
    return last.status() == ApprovalStatus.CONFIRMED && book.state.unsettled.containsKey(last.id());
  }

  /**
   * Gives up what is under way, and with it a pause. Without a contract the hire closes as told,
   * but first stands guard over an approval still pending: a person may confirm it. With a contract
   * its end is asked for; and when the end itself is given up, the hire closes and leaves the
   * contract as it is.
   *
   * @param milestone key of the milestone that was given up; none for hire and contract
   */
  void giveUp(HireStatus closedAs, @Nullable String milestone) {
    book.state.paused = false;
    if (!book.hasContract()) {
      giveUpHiring(closedAs);
    } else if (book.state.status != HireStatus.ENDING) {
      book.state.endRequested = true;
    } else if (milestone == null) {
      book.state.closing = HireStatus.CANCELLED;
      book.note("hire.given_up", "The end was given up; the contract stays active.");
    }
  }

  /**
   * Decided as soon as somebody gives the hire up, before the request is stopped: the end of a
   * stopped activity may be seen earlier in a replay, and a version asked for then is not found.
   */
  void lookBackIfUnanswered() {
    if (book.state.hireUnanswered) {
      book.state.lookBack =
          Workflow.getVersion("look back at an unanswered request", Workflow.DEFAULT_VERSION, 1)
              != Workflow.DEFAULT_VERSION;
    }
  }

  private void giveUpHiring(HireStatus closedAs) {
    lookBackIfUnanswered();
    if (hiringUndecided() && !givenUp()) {
      book.state.givenUpAs = closedAs;
      book.status(HireStatus.CANCELLING);
      book.note(
          "hire.cancelling",
          "The hire is given up; its approval cannot be recalled and is watched until it is"
              + " final.");
    } else {
      book.state.closing = closedAs;
    }
  }
}
