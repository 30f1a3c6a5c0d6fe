package dev.tenure.lifecycle.opentrain.decision;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.CommandGate;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.MilestoneState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Refuses, in words, what the state of the hire does not allow. */
public final class OpenTrainCommandCheck {
  private final OpenTrainHire hire;
  private final PlanCheck plan;

  private OpenTrainCommandCheck(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.plan = new PlanCheck(hire, now);
  }

  /** Why the command is refused; empty when it is not, and when its key was seen before. */
  public static Optional<Rejection> check(OpenTrainHire hire, CommandRequest request, Instant now) {
    List<AllowedAction> allowed = OpenTrainActions.of(hire);
    return CommandGate.check(
        hire,
        request,
        allowed,
        command ->
            new OpenTrainCommandCheck(hire, now)
                .objection(command, allowed)
                .map(words -> new Rejection(words, allowed, null)));
  }

  private Optional<String> objection(Command command, List<AllowedAction> allowed) {
    return switch (command) {
      case Command.Release release ->
          CommandGate.require(
              allowed,
              ActionKind.RELEASE,
              release.milestone(),
              cannot(release.milestone(), "released"));
      case Command.Fund fund ->
          CommandGate.require(
              allowed,
              ActionKind.FUND,
              fund.milestone(),
              cannot(fund.milestone(), "funded by command"));
      case Command.Drop drop ->
          CommandGate.require(
              allowed, ActionKind.DROP, drop.milestone(), cannotBeDropped(drop.milestone()));
      case Command.AddMilestone add ->
          CommandGate.require(
                  allowed,
                  ActionKind.ADD_MILESTONE,
                  null,
                  "No milestone can be added now: " + standing() + ".")
              .or(() -> plan.objectionToAddition(add.milestone()));
      case Command.Pause pause ->
          CommandGate.require(
              allowed,
              ActionKind.PAUSE,
              null,
              "The hire cannot be paused now: " + standing() + ".");
      case Command.Resume resume ->
          CommandGate.require(
              allowed, ActionKind.RESUME, null, "There is nothing to resume: " + standing() + ".");
      case Command.Cancel cancel ->
          CommandGate.require(
              allowed, ActionKind.CANCEL, null, "The hire cannot be cancelled now: " + why() + ".");
      case Command.End end ->
          CommandGate.require(
              allowed,
              ActionKind.END,
              null,
              "The contract cannot be ended now: " + standing() + ".");
      case Command.Change change ->
          CommandGate.require(
                  allowed,
                  ActionKind.CHANGE,
                  null,
                  "The hire cannot be changed now: " + standing() + ".")
              .or(() -> plan.objectionToChange(change));
      case Command.Resolve resolve ->
          CommandGate.answer(hire, resolve, allowed, new OpenTrainConditions(hire)::offered);
      case Command.Dispute dispute ->
          Optional.of("OpenTrain knows no disputes: decline the release, or end the contract.");
      case Command.DecideApproval decide ->
          Optional.of("An approval of OpenTrain is decided there, by a person, at its url.");
    };
  }

  private String cannotBeDropped(String milestone) {
    return milestone.equals(hire.plan().first().key())
        ? "The first milestone cannot be dropped: the hire itself funds it."
        : cannot(milestone, "dropped");
  }

  private String cannot(String milestone, String be) {
    return "Milestone %s cannot be %s now: %s.".formatted(milestone, be, stateOf(milestone));
  }

  private String stateOf(String key) {
    Milestone known = hire.findMilestone(key).orElse(null);
    if (known == null) {
      return "there is no such milestone";
    }
    if (known.foreign()) {
      return "somebody else made it";
    }
    MilestoneState state = hire.stateOf(known);
    boolean stopped = hire.paused() || hire.ending() || hire.givenUp() != null;
    return stopped ? standing() : "it is " + state.wire();
  }

  private String why() {
    return hire.contract().known() ? "it has a contract; end it instead" : standing();
  }

  private String standing() {
    if (hire.closed() == null && hire.endCommanded()) {
      return "the end of its contract is commanded";
    }
    return "the hire is " + (hire.paused() ? "paused" : hire.status().wire());
  }
}
