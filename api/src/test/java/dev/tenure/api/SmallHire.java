package dev.tenure.api;

import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.hire.ResolveCommand;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.UpdateInfo;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A hire without a marketplace: m1 is funded and can be released, the end closes it. */
public final class SmallHire implements HireWorkflow {

  /** Happens while a pause is carried out: for tests of what then goes wrong elsewhere. */
  static final AtomicReference<Runnable> WHILE_PAUSING = new AtomicReference<>(() -> {});

  private final SmallHireState current;
  private final Set<String> carriedOut = new HashSet<>();

  @WorkflowInit
  public SmallHire(HireInput input) {
    this.current = new SmallHireState(input);
  }

  @Override
  public void run(HireInput same) {
    Workflow.await(current::closed);
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  @Override
  public RecordBatch release(MilestoneCommand command, @Nullable CommandContext context) {
    return once(now -> {});
  }

  @Override
  public void checkRelease(MilestoneCommand command, @Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(
        command.milestone().equals("m1"),
        "Milestone " + command.milestone() + " cannot be released now.",
        null);
  }

  @Override
  public RecordBatch fund(MilestoneCommand command, @Nullable CommandContext context) {
    return once(now -> now.milestone(command.milestone(), MilestoneState.AWAITING_FUNDING));
  }

  @Override
  public void checkFund(MilestoneCommand command, @Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(
        current.state(command.milestone()) == MilestoneState.PLANNED,
        "Milestone " + command.milestone() + " cannot be funded now.",
        null);
  }

  @Override
  public RecordBatch addMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {
    return once(now -> now.add(command.milestone()));
  }

  @Override
  public void checkAddMilestone(AddMilestoneCommand command, @Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(
        current.state(command.milestone().key()) == null,
        "There is a milestone " + command.milestone().key() + " already.",
        null,
        List.of(AllowedAction.of(ActionKind.ADD_MILESTONE, null)));
  }

  @Override
  public RecordBatch dropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    return once(now -> now.milestone(command.milestone(), MilestoneState.DROPPED));
  }

  @Override
  public void checkDropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(!command.milestone().equals("m1"), "The first milestone cannot be dropped.", null);
  }

  @Override
  public RecordBatch pause(@Nullable CommandContext context) {
    WHILE_PAUSING.get().run();
    return once(now -> now.paused = true);
  }

  @Override
  public void checkPause(@Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(!current.paused, "The hire is paused already.", null);
  }

  @Override
  public RecordBatch resume(@Nullable CommandContext context) {
    return once(now -> now.paused = false);
  }

  @Override
  public void checkResume(@Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(current.paused, "The hire is not paused.", null);
  }

  @Override
  public RecordBatch cancel(@Nullable CommandContext context) {
    return once(now -> now.status = HireStatus.CANCELLED);
  }

  @Override
  public void checkCancel(@Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(false, "There is a contract; end it.", null);
  }

  @Override
  public RecordBatch end(@Nullable CommandContext context) {
    return once(now -> now.status = HireStatus.ENDED);
  }

  @Override
  public void checkEnd(@Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(!current.closed(), "The hire has ended.", null);
  }

  @Override
  public RecordBatch change(ChangeCommand command, @Nullable CommandContext context) {
    return once(now -> now.change(command));
  }

  @Override
  public void checkChange(ChangeCommand command, @Nullable CommandContext context) {
    refuseUnless(
        command.version() == current.version,
        "The hire is at version " + current.version + " by now.",
        Refusal.VERSION_CONFLICT);
  }

  @Override
  public RecordBatch resolve(ResolveCommand command, @Nullable CommandContext context) {
    return once(now -> now.resolve(command));
  }

  @Override
  public void checkResolve(ResolveCommand command, @Nullable CommandContext context) {
    refuseUnless(context);
    refuseUnless(
        current.open(command.incidentId()),
        "Incident " + command.incidentId() + " is not open.",
        Refusal.UNKNOWN_SUBJECT);
  }

  @Override
  public void notifyOf(MarketplaceNotifications notifications) {
    notifications.notifications().forEach(notification -> current.raise(notification.eventId()));
  }

  @Override
  public OpenTrainHire state() {
    throw new UnsupportedOperationException("nobody reopens a hire in these tests");
  }

  @Override
  public RecordBatch hire() {
    return current.batch(Workflow.getInfo().getRunId());
  }

  private RecordBatch once(Consumer<SmallHireState> effect) {
    if (carriedOut.add(key())) {
      current.version++;
      effect.accept(current);
    }
    return hire();
  }

  private void refuseUnless(@Nullable CommandContext context) {
    refuseUnless(
        context == null || context.version() == null || context.version() == current.version,
        "The hire is at version " + current.version + " by now.",
        Refusal.VERSION_CONFLICT);
  }

  private void refuseUnless(boolean allowed, String words, @Nullable String code) {
    refuseUnless(allowed, words, code, List.of(AllowedAction.of(ActionKind.RELEASE, "m1")));
  }

  private void refuseUnless(
      boolean allowed, String words, @Nullable String code, List<AllowedAction> instead) {
    if (!allowed && !carriedOut.contains(key())) {
      throw ApplicationFailure.newNonRetryableFailure(
          words, Refusal.TYPE, new Refusal(words, instead, code));
    }
  }

  private static String key() {
    return Workflow.getCurrentUpdateInfo().map(UpdateInfo::getUpdateId).orElseThrow();
  }
}
