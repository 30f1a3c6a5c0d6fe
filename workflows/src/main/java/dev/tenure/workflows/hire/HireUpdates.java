package dev.tenure.workflows.hire;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import org.jspecify.annotations.Nullable;

/** What is said to a hire, as its loop takes it in. */
public abstract class HireUpdates implements HireCommands {

  /** The loop of this run. */
  protected abstract HireLoop<?, ?, ?> loop();

  @Override
  public final void notifyOf(MarketplaceNotifications notifications) {
    loop().notifyOf(notifications);
  }

  @Override
  public final RecordBatch hire() {
    return loop().everything();
  }

  @Override
  public final RecordBatch release(MilestoneCommand command, @Nullable CommandContext context) {
    return loop().command(new Command.Release(command.milestone()), context);
  }

  @Override
  public final void checkRelease(MilestoneCommand command, @Nullable CommandContext context) {
    loop().check(new Command.Release(command.milestone()), context);
  }

  @Override
  public final RecordBatch fund(MilestoneCommand command, @Nullable CommandContext context) {
    return loop().command(new Command.Fund(command.milestone()), context);
  }

  @Override
  public final void checkFund(MilestoneCommand command, @Nullable CommandContext context) {
    loop().check(new Command.Fund(command.milestone()), context);
  }

  @Override
  public final RecordBatch addMilestone(
      AddMilestoneCommand command, @Nullable CommandContext context) {
    return loop().command(new Command.AddMilestone(command.milestone()), context);
  }

  @Override
  public final void checkAddMilestone(
      AddMilestoneCommand command, @Nullable CommandContext context) {
    loop().check(new Command.AddMilestone(command.milestone()), context);
  }

  @Override
  public final RecordBatch dropMilestone(
      MilestoneCommand command, @Nullable CommandContext context) {
    return loop().command(new Command.Drop(command.milestone()), context);
  }

  @Override
  public final void checkDropMilestone(MilestoneCommand command, @Nullable CommandContext context) {
    loop().check(new Command.Drop(command.milestone()), context);
  }

  @Override
  public final RecordBatch pause(@Nullable CommandContext context) {
    return loop().command(new Command.Pause(), context);
  }

  @Override
  public final void checkPause(@Nullable CommandContext context) {
    loop().check(new Command.Pause(), context);
  }

  @Override
  public final RecordBatch resume(@Nullable CommandContext context) {
    return loop().command(new Command.Resume(), context);
  }

  @Override
  public final void checkResume(@Nullable CommandContext context) {
    loop().check(new Command.Resume(), context);
  }

  @Override
  public final RecordBatch cancel(@Nullable CommandContext context) {
    return loop().command(new Command.Cancel(), context);
  }

  @Override
  public final void checkCancel(@Nullable CommandContext context) {
    loop().check(new Command.Cancel(), context);
  }

  @Override
  public final RecordBatch end(@Nullable CommandContext context) {
    return loop().command(new Command.End(), context);
  }

  @Override
  public final void checkEnd(@Nullable CommandContext context) {
    loop().check(new Command.End(), context);
  }

  @Override
  public final RecordBatch change(ChangeCommand change, @Nullable CommandContext context) {
    return loop().command(changed(change), at(change, context));
  }

  @Override
  public final void checkChange(ChangeCommand change, @Nullable CommandContext context) {
    loop().check(changed(change), at(change, context));
  }

  private static CommandContext at(ChangeCommand change, @Nullable CommandContext context) {
    return new CommandContext(change.version(), context == null ? null : context.actor());
  }

  private static Command changed(ChangeCommand change) {
    return new Command.Change(change.terms(), change.milestones());
  }

  @Override
  public final RecordBatch resolve(ResolveCommand command, @Nullable CommandContext context) {
    return loop().command(answer(command), context);
  }

  @Override
  public final void checkResolve(ResolveCommand command, @Nullable CommandContext context) {
    loop().check(answer(command), context);
  }

  private static Command answer(ResolveCommand command) {
    return new Command.Resolve(command.incidentId(), command.resolution(), command.marketplaceId());
  }
}
