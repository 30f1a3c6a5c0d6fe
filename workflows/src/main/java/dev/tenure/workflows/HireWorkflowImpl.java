package dev.tenure.workflows;

import dev.tenure.model.Bells;
import dev.tenure.model.RecordBatch;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.function.BooleanSupplier;

/** Takes what is said to one hire to the parts that act on it. */
public final class HireWorkflowImpl implements HireWorkflow {
  private final Book book;
  private final HireParts hire;
  private final HireRun run;
  private final Commands commands;
  private final Permits permits;
  private final Steering steering;
  private final Replanning replanning;
  private final Resolving resolving;

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
    this(new Book(input), full);
  }

  HireWorkflowImpl(Book book, BooleanSupplier full) {
    this.book = book;
    this.hire = HireParts.of(book);
    this.run = new HireRun(hire, full);
    this.commands = new Commands(book);
    this.permits = new Permits(book);
    this.steering = new Steering(book, hire.givingUp());
    this.replanning = new Replanning(book, hire.incidents());
    this.resolving = new Resolving(book, hire.incidents(), hire.givingUp(), hire.holding());
  }

  @Override
  public void run(HireInput input) {
    run.run(input);
  }

  @Override
  public RecordBatch release(MilestoneCommand command) {
    return commands.once(
        "release " + command.milestone(), () -> steering.release(command.milestone()));
  }

  @Override
  public void checkRelease(MilestoneCommand command) {
    commands.check(() -> permits.release(command.milestone()));
  }

  @Override
  public RecordBatch fund(MilestoneCommand command) {
    return commands.once("fund " + command.milestone(), () -> steering.fund(command.milestone()));
  }

  @Override
  public void checkFund(MilestoneCommand command) {
    commands.check(() -> permits.fund(command.milestone()));
  }

  @Override
  public RecordBatch addMilestone(AddMilestoneCommand command) {
    return commands.once(
        "add " + command.milestone().key(), () -> replanning.add(command.milestone()));
  }

  @Override
  public void checkAddMilestone(AddMilestoneCommand command) {
    commands.check(() -> permits.add(command.milestone()));
  }

  @Override
  public RecordBatch dropMilestone(MilestoneCommand command) {
    return commands.once("drop " + command.milestone(), () -> replanning.drop(command.milestone()));
  }

  @Override
  public void checkDropMilestone(MilestoneCommand command) {
    commands.check(() -> permits.drop(command.milestone()));
  }

  @Override
  public RecordBatch pause() {
    return commands.once("pause", () -> steering.pause());
  }

  @Override
  public void checkPause() {
    commands.check(() -> permits.pause());
  }

  @Override
  public RecordBatch resume() {
    return commands.once("resume", () -> steering.resume());
  }

  @Override
  public void checkResume() {
    commands.check(() -> permits.resume());
  }

  @Override
  public RecordBatch cancel() {
    return commands.once("cancel", () -> steering.cancel());
  }

  @Override
  public void checkCancel() {
    commands.check(() -> permits.cancel());
  }

  @Override
  public RecordBatch end() {
    return commands.once("end", () -> steering.end());
  }

  @Override
  public void checkEnd() {
    commands.check(() -> permits.end());
  }

  @Override
  public RecordBatch change(ChangeCommand command) {
    return commands.once("change", () -> replanning.change(command.terms(), command.first()));
  }

  @Override
  public void checkChange(ChangeCommand command) {
    commands.check(() -> permits.change(command));
  }

  @Override
  public RecordBatch resolve(ResolveCommand command) {
    return commands.once(
        "resolve " + command.incidentId(),
        () -> {
          resolving.resolve(command);
          resolving.toDrop(command).ifPresent(replanning::drop);
        });
  }

  @Override
  public void checkResolve(ResolveCommand command) {
    commands.check(() -> permits.resolve(command));
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
