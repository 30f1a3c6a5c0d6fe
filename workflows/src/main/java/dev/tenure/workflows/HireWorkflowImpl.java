package dev.tenure.workflows;

import dev.tenure.model.Bells;
import dev.tenure.model.HireStatus;
import dev.tenure.model.RecordBatch;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.function.BooleanSupplier;

/** Wires one hire together and keeps it going across runs. */
public final class HireWorkflowImpl implements HireWorkflow {
  private final Book book;
  private final HireParts hire;
  private final Commands commands;
  private final Coroutines coroutines = new Coroutines();
  private final Recorder recorder;
  private final BooleanSupplier full;
  private boolean done;

  @WorkflowInit
  public HireWorkflowImpl(HireInput input) {
    this(input, () -> Workflow.getInfo().isContinueAsNewSuggested());
  }

  /**
   * A hire with a rule of its own for the hand-over.
   *
   * @param full whether the history of this run is long enough
   */
  HireWorkflowImpl(HireInput input, BooleanSupplier full) {
    this.full = full;
    this.book = new Book(input);
    this.hire = HireParts.of(book);
    this.commands = new Commands(hire);
    this.recorder = new Recorder(book, hire.bells(), new Face(book));
  }

  @Override
  public void run(HireInput input) {
    CancellationScope root = CancellationScope.current();
    // The Cancel button would throw in every wait; a hire takes it as a command instead.
    Workflow.newDetachedCancellationScope(() -> carryOn(root)).run();
    if (!book.state.status.closed()) {
      recorder.handOver();
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
      hire.course().giveUp(HireStatus.CANCELLED, null);
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

  @Override
  public RecordBatch release(MilestoneCommand command) {
    return commands.release(command.milestone());
  }

  @Override
  public void checkRelease(MilestoneCommand command) {
    commands.checkRelease(command.milestone());
  }

  @Override
  public RecordBatch end() {
    return commands.end();
  }

  @Override
  public void checkEnd() {
    commands.checkEnd();
  }

  @Override
  public RecordBatch resolve(ResolveCommand command) {
    return commands.resolve(command);
  }

  @Override
  public void checkResolve(ResolveCommand command) {
    commands.checkResolve(command);
  }

  @Override
  public void ring(Bells bells) {
    hire.bells().ring(bells);
  }

  @Override
  public RecordBatch hire() {
    return new Reports(book).everything();
  }
}
