package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.hire.Milestone;
import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.MilestoneState;
import dev.tenure.model.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses, in words, what the state of the hire does not allow. */
public final class CommandCheck {
  private final Hire hire;
  private final PlanCheck plan;

  private CommandCheck(Hire hire, Instant now) {
    this.hire = hire;
    this.plan = new PlanCheck(hire, now);
  }

  /** Why the command is refused; empty when it is not, and when its key was seen before. */
  public static Optional<Rejection> check(Hire hire, CommandRequest request, Instant now) {
    if (hire.commands().containsKey(request.key())) {
      return Optional.empty();
    }
    List<AllowedAction> allowed = AllowedActions.of(hire);
    Long version = request.ifVersion();
    if (version != null && version != hire.recorded().version()) {
      String words =
          "The hire is at version %d by now, not at %d: read it again."
              .formatted(hire.recorded().version(), version);
      return Optional.of(new Rejection(words, allowed, Rejection.VERSION_CONFLICT));
    }
    return new CommandCheck(hire, now)
        .objection(request.command(), allowed)
        .map(words -> new Rejection(words, allowed, null));
  }

  private Optional<String> objection(Command command, List<AllowedAction> allowed) {
    return switch (command) {
      case Command.Release release ->
          require(
              allowed,
              ActionKind.RELEASE,
              release.milestone(),
              cannot(release.milestone(), "released"));
      case Command.Fund fund ->
          require(
              allowed,
              ActionKind.FUND,
              fund.milestone(),
              cannot(fund.milestone(), "funded by command"));
      case Command.Drop drop ->
          require(allowed, ActionKind.DROP, drop.milestone(), cannotBeDropped(drop.milestone()));
      case Command.AddMilestone add ->
          require(
                  allowed,
                  ActionKind.ADD_MILESTONE,
                  null,
                  "No milestone can be added now: " + standing() + ".")
              .or(() -> plan.objectionToAddition(add.milestone()));
      case Command.Pause pause ->
          require(
              allowed,
              ActionKind.PAUSE,
              null,
              "The hire cannot be paused now: " + standing() + ".");
      case Command.Resume resume ->
          require(
              allowed, ActionKind.RESUME, null, "There is nothing to resume: " + standing() + ".");
      case Command.Cancel cancel ->
          require(
              allowed, ActionKind.CANCEL, null, "The hire cannot be cancelled now: " + why() + ".");
      case Command.End end ->
          require(
              allowed,
              ActionKind.END,
              null,
              "The contract cannot be ended now: " + standing() + ".");
      case Command.Change change ->
          require(
                  allowed,
                  ActionKind.CHANGE,
                  null,
                  "The hire cannot be changed now: " + standing() + ".")
              .or(() -> plan.objectionToChange(change));
      case Command.Resolve resolve -> resolve(resolve, allowed);
    };
  }

  private Optional<String> resolve(Command.Resolve command, List<AllowedAction> allowed) {
    String id = command.incidentId();
    return require(allowed, ActionKind.RESOLVE, id, "Incident " + id + " is not open.")
        .or(
            () ->
                hire.incident(id)
                    .flatMap(incident -> objection(incident, command))
                    .map(words -> "Incident " + id + " " + words + "."));
  }

  private Optional<String> objection(Incident incident, Command.Resolve command) {
    Resolution answer = command.resolution();
    String id = command.marketplaceId();
    boolean named = id != null && !id.isBlank();
    String cause = "(" + incident.cause().wire() + ") ";
    if (!incident.actions().contains(answer)) {
      return Optional.of(
          cause
              + "cannot be answered with %s, only with %s"
                  .formatted(answer.wire(), oneOf(incident.actions())));
    }
    if (!new Conditions(hire).offered(incident).contains(answer)) {
      return Optional.of(
          cause + "can no longer be skipped: the milestone's funding has been asked for");
    }
    if (answer == Resolution.ADOPT
        && !named
        && incident.cause() != IncidentCause.MILESTONE_IN_DOUBT) {
      return Optional.of(
          cause + "wants marketplaceId beside adopt: the marketplace's id of what is ours");
    }
    return answer != Resolution.ADOPT && named
        ? Optional.of(cause + "takes marketplaceId only with adopt")
        : Optional.empty();
  }

  private static String oneOf(List<Resolution> answers) {
    List<String> words = answers.stream().map(Resolution::wire).toList();
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
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

  /** Refuses a command that is not among the allowed ones. */
  private static Optional<String> require(
      List<AllowedAction> allowed, ActionKind action, @Nullable String target, String otherwise) {
    return allowed.stream()
            .anyMatch(a -> a.action() == action && Objects.equals(a.target(), target))
        ? Optional.empty()
        : Optional.of(otherwise);
  }
}
