package dev.tenure.workflows;

import dev.tenure.model.HireStatus;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Where the hire is heading: what stops every step, and what waits for that. */
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
}
