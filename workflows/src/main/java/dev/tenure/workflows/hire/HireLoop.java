package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.HireLifecycle;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.record.HireSnapshot;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The loop around the rules: decide, hold the wanted calls against the running ones, record what
 * changed, wait for anything, take it in. Whatever comes only changes the state and turns the loop.
 *
 * @param <C> the calls of the marketplace
 * @param <O> what comes of them
 * @param <S> what of the hire has been told
 */
public final class HireLoop<C extends RemoteCall<C>, O, S extends HireSnapshot> {
  private static final String CANCEL_BUTTON = "temporal-cancel-button";

  private final HireLifecycle<C, O, S> rules;
  private final BooleanSupplier full;
  private final MarketplaceCalls<C, O> calls;
  private final Recorder<S> recorder;
  private final WakeTimer timer = new WakeTimer(this::turn);
  private long turns;
  private boolean cancelHeeded;

  /**
   * The loop of one run.
   *
   * @param told what of the hire has been told before this run
   * @param full whether the history of this run is long enough, so that another is to carry it on
   */
  public HireLoop(
      HireLifecycle<C, O, S> rules, S told, CallActivities<C, O> activities, BooleanSupplier full) {
    this.rules = rules;
    this.full = full;
    this.recorder = new Recorder<>(rules, told, this::notifyOf, this::turn);
    this.calls = new MarketplaceCalls<>(rules, activities, this::turn);
  }

  /** Whether the server asks for a new run. */
  public static boolean historyIsLong() {
    return Workflow.getInfo().isContinueAsNewSuggested();
  }

  /**
   * Runs until the hire has closed, or is handed over to another run.
   *
   * @param continueAsNew begins the run that carries the hire on
   */
  public void run(Runnable continueAsNew) {
    CancellationScope root = CancellationScope.current();
    // The Cancel button would throw in every wait; a hire takes it as a command instead.
    Workflow.newDetachedCancellationScope(() -> loop(root)).run();
    if (!closed()) {
      rules.handOver(now());
      recorder.handOver();
      continueAsNew.run();
    }
  }

  /** Returns when the hire has closed, or is to be handed over to another run. */
  private void loop(CancellationScope root) {
    boolean leaving = false;
    while (true) {
      heedCancelButton(root);
      long seen = turns;
      Decision<C> decision = rules.settle(now());
      // Never while the record is behind, since nothing is asked meanwhile; and after the button
      // was pressed Temporal would close the run as cancelled instead of going on.
      leaving =
          (leaving ? !recorder.behind() : full.getAsBoolean() && recorder.idle())
              && !closed()
              && !root.isCancelRequested();
      calls.reconcile(leaving || closed() ? Map.of() : decision.calls());
      recorder.tell(now());
      if ((leaving || closed()) && calls.idle() && recorder.idle()) {
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
      if (rules.cancellable()) {
        rules.command(cancel, now());
      }
    }
  }

  private boolean closed() {
    return rules.hire().closed() != null;
  }

  private void turn() {
    turns++;
  }

  private static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }

  /** Carried out once per key; answered with what is not recorded yet, also when it is repeated. */
  public RecordBatch command(Command command, @Nullable CommandContext context) {
    rules.command(request(command, context), now());
    rules.settle(now());
    recorder.take(now());
    calls.newsCame();
    turn();
    return recorder.unrecorded();
  }

  /** Fails with a {@link Refusal} where the command is not legal now. */
  public void check(Command command, @Nullable CommandContext context) {
    rules
        .check(request(command, context), now())
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

  /** Looks where a word from the marketplace points. */
  public void notifyOf(MarketplaceNotifications notifications) {
    calls.newsCame();
    for (MarketplaceNotification notification : notifications.notifications()) {
      rules.notified(
          new Notification(
              notification.type(),
              notification.approvalId(),
              notification.milestoneId(),
              notification.contractId(),
              notification.proposalId(),
              notification.status()),
          now());
      turn();
    }
  }

  /** The hire with all its documents. */
  public RecordBatch everything() {
    return recorder.everything();
  }
}
