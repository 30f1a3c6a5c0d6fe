package dev.tenure.workflows;

import dev.tenure.model.HireStatus;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;

/** Where the hire is heading: what stops every step, and when a new ask may be made. */
final class Course {
  private final Book book;
  private boolean leaving;

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

  /** Waits until nothing speaks against asking a person for something new. */
  void awaitLeaveToAsk() {
    await(() -> !book.state.endRequested && book.state.status != HireStatus.ENDING);
  }

  void checkNotHalted() {
    if (halted()) {
      throw new StepAbandoned();
    }
  }

  /**
   * Gives up what is under way: without a contract the hire closes as told; with one its end is
   * asked for; and when even that is given up, the hire closes and leaves the contract as it is.
   */
  void giveUp(HireStatus closedAs) {
    if (!book.hasContract()) {
      book.state.closing = closedAs;
    } else if (book.state.status == HireStatus.ENDING) {
      book.state.closing = HireStatus.CANCELLED;
      book.note("hire.given_up", "The end was given up; the contract stays active.");
    } else {
      book.state.endRequested = true;
    }
  }
}
