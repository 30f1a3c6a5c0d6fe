package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.model.MarketplaceNotification;
import dev.tenure.model.MarketplaceNotifications;
import dev.tenure.model.RecordBatch;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The loop around the rules: decide, hold the wanted calls against the running ones, record what
 * changed, wait for anything, take it in. Whatever comes only changes the state and turns the loop.
 */
public final class HireWorkflowImpl implements HireWorkflow {
  private static final String CANCEL_BUTTON = "temporal-cancel-button";

  private final Hire hire;
  private final BooleanSupplier full;
  private final MarketplaceCalls calls;
  private final Recorder recorder;
  private final WakeTimer timer = new WakeTimer(this::turn);
  private long turns;
  private boolean cancelHeeded;

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
    this.hire = input.hire();
    this.full = full;
    this.recorder = new Recorder(hire, input.carried() == null, this::notifyOf, this::turn);
    this.calls = new MarketplaceCalls(hire, this::observe, this::turn);
    if (input.appeared() != null) {
      Lifecycle.observe(hire, new Observation.ContractAppeared(input.appeared()), now());
    }
  }

  @Override
  public void run(HireInput input) {
    CancellationScope root = CancellationScope.current();
    // The Cancel button would throw in every wait; a hire takes it as a command instead.
    Workflow.newDetachedCancellationScope(() -> loop(root)).run();
    if (hire.closed() == null) {
      Lifecycle.handOver(hire, now());
      recorder.handOver();
      Workflow.continueAsNew(HireInput.carrying(hire));
    }
  }

  /** Returns when the hire has closed, or is to be handed over to another run. */
  private void loop(CancellationScope root) {
    boolean leaving = false;
    while (true) {
      heedCancelButton(root);
      long seen = turns;
      Decision<Call> decision = Lifecycle.settle(hire, now());
      // Never while the record is behind, since nothing is asked meanwhile; and after the button
      // was pressed Temporal would close the run as cancelled instead of going on.
      leaving =
          (leaving ? !recorder.behind() : full.getAsBoolean() && recorder.idle())
              && hire.closed() == null
              && !root.isCancelRequested();
      calls.reconcile(leaving || hire.closed() != null ? Map.of() : decision.calls());
      recorder.tell(now());
      if ((leaving || hire.closed() != null) && calls.idle() && recorder.idle()) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        if (turns == seen && !(leaving && root.isCancelRequested())) {
          return;
        }
      } else {
        if (!leaving) {
          timer.set(decision, calls.endBy(), now());
        }
        Workflow.await(() -> turns > seen || unheeded(root));
      }
    }
  }

  private boolean unheeded(CancellationScope root) {
    return !cancelHeeded && root.isCancelRequested();
  }

  private void heedCancelButton(CancellationScope root) {
    if (unheeded(root)) {
      cancelHeeded = true;
      CommandRequest cancel =
          new CommandRequest(
              CANCEL_BUTTON, "the Cancel button of Temporal's Web UI", null, new Command.Cancel());
      if (hire.closed() == null && hire.givenUp() == null && !hire.ending()) {
        Lifecycle.command(hire, cancel, now());
      }
    }
  }

  private void observe(Observation observation) {
    Lifecycle.observe(hire, observation, now());
    turn();
  }

  private void turn() {
    turns++;
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  /** Carried out once per key; answered with what is not recorded yet, also when it is repeated. */
  private RecordBatch command(Command command, @Nullable CommandContext context) {
    Lifecycle.command(hire, request(command, context), now());
    Lifecycle.settle(hire, now());
    recorder.take(now());
    calls.newsCame();
    turn();
    return recorder.unrecorded();
  }

  private void check(Command command, @Nullable CommandContext context) {
    Lifecycle.check(hire, request(command, context), now())
        .ifPresent(
            rejection -> {
              throw refusal(rejection);
            });
  }

  private static CommandRequest request(Command command, @Nullable CommandContext context) {
    String key = Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElseThrow();
    return context == null
        ? new CommandRequest(key, command)
        : new CommandRequest(key, context.actor(), context.version(), command);
  }

  private static ApplicationFailure refusal(Rejection rejection) {
    return ApplicationFailure.newBuilder()
        .setMessage(rejection.words())
        .setType(Refusal.TYPE)
        .setDetails(new Refusal(rejection.words(), rejection.allowedActions(), rejection.code()))
        .setNonRetryable(true)
        // Saying no is no failure of ours: no stack trace in the worker's log.
        .setCategory(ApplicationErrorCategory.BENIGN)
        .build();
  }

  @Override
  public void notifyOf(MarketplaceNotifications notifications) {
    calls.newsCame();
    for (MarketplaceNotification notification : notifications.notifications()) {
      observe(
          new Observation.Notified(
              new Notification(
                  notification.type(),
                  notification.approvalId(),
                  notification.milestoneId(),
                  notification.contractId(),
                  notification.proposalId(),
                  notification.status())));
    }
  }

  @Override
  public RecordBatch hire() {
    return recorder.everything();
  }

  @Override
  public Hire state() {
    return hire;
  }

  @Override
  public RecordBatch release(MilestoneCommand command, @Nullable CommandContext context) {
    return command(new Command.Release(command.milestone()), context);
  }

  @Override
  public void checkRelease(MilestoneCommand command, @Nullable CommandContext context) {
    check(new Command.Release(command.milestone()), context);
  }

  @Override
  public RecordBatch fund(MilestoneCommand command, @Nullable CommandContext context) {
    return command(new Command.Fund(command.milestone()), context);
  }

  @Override
  public void checkFund(MilestoneCommand command, @Nullable CommandContext context) {
    check(new Command.Fund(command.milestone()), context);
  }

  @Override
  public RecordBatch addMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {
    return command(new Command.AddMilestone(command.milestone()), context);
  }

  @Override
  public void checkAddMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {
    check(new Command.AddMilestone(command.milestone()), context);
  }

  @Override
  public RecordBatch dropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    return command(new Command.Drop(command.milestone()), context);
  }

  @Override
  public void checkDropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    check(new Command.Drop(command.milestone()), context);
  }

  @Override
  public RecordBatch pause(@Nullable CommandContext context) {
    return command(new Command.Pause(), context);
  }

  @Override
  public void checkPause(@Nullable CommandContext context) {
    check(new Command.Pause(), context);
  }

  @Override
  public RecordBatch resume(@Nullable CommandContext context) {
    return command(new Command.Resume(), context);
  }

  @Override
  public void checkResume(@Nullable CommandContext context) {
    check(new Command.Resume(), context);
  }

  @Override
  public RecordBatch cancel(@Nullable CommandContext context) {
    return command(new Command.Cancel(), context);
  }

  @Override
  public void checkCancel(@Nullable CommandContext context) {
    check(new Command.Cancel(), context);
  }

  @Override
  public RecordBatch end(@Nullable CommandContext context) {
    return command(new Command.End(), context);
  }

  @Override
  public void checkEnd(@Nullable CommandContext context) {
    check(new Command.End(), context);
  }

  @Override
  public RecordBatch change(ChangeCommand change, @Nullable CommandContext context) {
    return command(changed(change), at(change, context));
  }

  @Override
  public void checkChange(ChangeCommand change, @Nullable CommandContext context) {
    check(changed(change), at(change, context));
  }

  private static CommandContext at(ChangeCommand change, @Nullable CommandContext context) {
    return new CommandContext(change.version(), context == null ? null : context.actor());
  }

  private static Command changed(ChangeCommand change) {
    return new Command.Change(change.terms(), change.milestones());
  }

  @Override
  public RecordBatch resolve(ResolveCommand command, @Nullable CommandContext context) {
    return command(answer(command), context);
  }

  @Override
  public void checkResolve(ResolveCommand command, @Nullable CommandContext context) {
    check(answer(command), context);
  }

  private static Command answer(ResolveCommand command) {
    return new Command.Resolve(command.incidentId(), command.resolution(), command.marketplaceId());
  }
}
