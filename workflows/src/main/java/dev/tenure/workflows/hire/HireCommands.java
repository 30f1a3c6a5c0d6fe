package dev.tenure.workflows.hire;

import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import org.jspecify.annotations.Nullable;

/**
 * What can be said to a hire, whatever its marketplace. An update that comes without a {@link
 * CommandContext} is taken at any version of the hire.
 */
public interface HireCommands {

  /** Asks for the release of a funded milestone, delivered or not. */
  @UpdateMethod(name = "release", description = "Ask for the release of a funded milestone")
  RecordBatch release(MilestoneCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "release")
  void checkRelease(MilestoneCommand command, @Nullable CommandContext context);

  /** Asks for the funding of a milestone that is planned on request. */
  @UpdateMethod(name = "fund", description = "Ask for the funding of a milestone on request")
  RecordBatch fund(MilestoneCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "fund")
  void checkFund(MilestoneCommand command, @Nullable CommandContext context);

  /** Adds a milestone to the plan. */
  @UpdateMethod(name = "add-milestone", description = "Add a milestone")
  RecordBatch addMilestone(AddMilestoneCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "add-milestone")
  void checkAddMilestone(AddMilestoneCommand command, @Nullable CommandContext context);

  /** Gives up a milestone whose funding was not asked for yet. */
  @UpdateMethod(name = "drop-milestone", description = "Drop a milestone before its funding")
  RecordBatch dropMilestone(MilestoneCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "drop-milestone")
  void checkDropMilestone(MilestoneCommand command, @Nullable CommandContext context);

  /** Asks nothing new of people until {@link #resume}; what is asked already goes on. */
  @UpdateMethod(name = "pause", description = "Ask nothing new for now")
  RecordBatch pause(@Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "pause")
  void checkPause(@Nullable CommandContext context);

  /** Goes on after a pause. */
  @UpdateMethod(name = "resume", description = "Go on after a pause")
  RecordBatch resume(@Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "resume")
  void checkResume(@Nullable CommandContext context);

  /** Gives the hire up before a contract exists; an approval asked for is watched until final. */
  @UpdateMethod(name = "cancel", description = "Give the hire up before its contract")
  RecordBatch cancel(@Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "cancel")
  void checkCancel(@Nullable CommandContext context);

  /** Ends the contract, whatever its milestones are doing. */
  @UpdateMethod(name = "end", description = "End the contract")
  RecordBatch end(@Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "end")
  void checkEnd(@Nullable CommandContext context);

  /** Changes what the requester decides, and milestones that are not created yet. */
  @UpdateMethod(name = "change", description = "Change budget, policies, labels or milestones")
  RecordBatch change(ChangeCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "change")
  void checkChange(ChangeCommand command, @Nullable CommandContext context);

  /** Answers an open incident. */
  @UpdateMethod(name = "resolve", description = "Answer an open incident")
  RecordBatch resolve(ResolveCommand command, @Nullable CommandContext context);

  @UpdateValidatorMethod(updateName = "resolve")
  void checkResolve(ResolveCommand command, @Nullable CommandContext context);

  /** Tells the hire that something of its own changed on the marketplace. */
  @SignalMethod(name = "notify", description = "Something changed on the marketplace")
  void notifyOf(MarketplaceNotifications notifications);

  /** The hire with all its documents, as of now. */
  @QueryMethod(name = "hire", description = "The hire with all its documents")
  RecordBatch hire();
}
