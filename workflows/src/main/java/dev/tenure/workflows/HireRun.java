package dev.tenure.workflows;

import dev.tenure.model.HireStatus;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;

/** One run of a hire, which closes it or hands it over to the next run. */
final class HireRun {
  private final Book book;
  private final HireParts hire;
  private final Coroutines coroutines = new Coroutines();
  private final Recorder recorder;
  private final BooleanSupplier full;
  private boolean done;

  /**
   * @param full whether the history of this run is long enough
   */
  HireRun(HireParts hire, BooleanSupplier full) {
    this.full = full;
    this.book = hire.book();
    this.hire = hire;
    this.recorder = new Recorder(book, hire.bells(), new Face(book));
  }

  void run(HireInput input) {
    CancellationScope root = CancellationScope.current();
    // The Cancel button would throw in every wait; a hire takes it as a command instead.
    Workflow.newDetachedCancellationScope(() -> carryOn(root)).run();
    if (!book.state.status.closed()) {
      recorder.handOver();
      Commands.forgetOldest(book.state.commands);
      Workflow.continueAsNew(input.carrying(book.state));
    }
  }

  private void carryOn(CancellationScope root) {
    Promise<Void> recorded = coroutines.start(recorder::run);
    coroutines.start(this::process);
    coroutines.start(() -> handOverInTime(root));
    coroutines.start(() -> heedCancelButton(root));
    Workflow.await(() -> coroutines.faulted() || recorded.isCompleted());
    coroutines.rethrowFault();
    Workflow.await(Workflow::isEveryHandlerFinished);
    while (recorder.behind()) {
      recorder.flush();
      Workflow.await(Workflow::isEveryHandlerFinished);
    }
  }

  private void heedCancelButton(CancellationScope root) {
    Workflow.await(() -> done || root.isCancelRequested());
    if (!done && hire.course().free()) {
      book.note("hire.cancel_commanded", "The hire was cancelled in the Temporal Web UI.");
      hire.givingUp().giveUp(HireStatus.CANCELLED, null);
    }
  }

  private void process() {
    new HireProcess(hire, coroutines).run();
    done = true;
    recorder.finish();
  }

  /**
   * A history that grows long is handed over to a new run; every step can be entered again. Not so
   * after the Cancel button: Temporal would close the run as cancelled instead of going on.
   */
  private void handOverInTime(CancellationScope root) {
    Workflow.await(() -> done || (full.getAsBoolean() && !root.isCancelRequested()));
    hire.course().leave();
  }
}
