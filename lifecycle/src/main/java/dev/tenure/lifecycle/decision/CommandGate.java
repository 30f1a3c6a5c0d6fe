package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How commands are refused, whatever the marketplace. */
public final class CommandGate {
  private CommandGate() {}

  /**
   * Why the command is refused; empty when it is not, and when its key was seen before.
   *
   * @param objection the marketplace's own rules, of a command that fits the hire's version
   */
  public static Optional<Rejection> check(
      HireState<?> hire,
      CommandRequest request,
      List<AllowedAction> allowed,
      Function<Command, Optional<Rejection>> objection) {
    if (hire.commands().containsKey(request.key())) {
      return Optional.empty();
    }
    Long version = request.ifVersion();
    if (version != null && version != hire.recorded().version()) {
      String words = "The hire is at version %d by now.".formatted(hire.recorded().version());
      return Optional.of(new Rejection(words, allowed, Rejection.VERSION_CONFLICT));
    }
    return unknownIncident(hire, request.command(), allowed)
        .or(() -> objection.apply(request.command()));
  }

  private static Optional<Rejection> unknownIncident(
      HireState<?> hire, Command command, List<AllowedAction> allowed) {
    return command instanceof Command.Resolve resolve
            && hire.incident(resolve.incidentId()).isEmpty()
        ? Optional.of(
            new Rejection(
                "Incident %s is not open.".formatted(resolve.incidentId()),
                allowed,
                Rejection.UNKNOWN_SUBJECT))
        : Optional.empty();
  }

  /** Refuses a command that is not among the allowed ones. */
  public static Optional<String> require(
      List<AllowedAction> allowed, ActionKind action, @Nullable String target, String otherwise) {
    return allowed.stream()
            .anyMatch(a -> a.action() == action && Objects.equals(a.target(), target))
        ? Optional.empty()
        : Optional.of(otherwise);
  }

  /**
   * Refuses an answer that the incident does not take.
   *
   * @param offered those of an incident's answers that the state still allows
   */
  public static Optional<String> answer(
      HireState<?> hire,
      Command.Resolve command,
      List<AllowedAction> allowed,
      Function<Incident, List<Resolution>> offered) {
    String id = command.incidentId();
    return require(allowed, ActionKind.RESOLVE, id, "Incident " + id + " is not open.")
        .or(
            () ->
                hire.incident(id)
                    .flatMap(incident -> objection(incident, command, offered.apply(incident)))
                    .map(words -> "Incident " + id + " " + words + "."));
  }

  private static Optional<String> objection(
      Incident incident, Command.Resolve command, List<Resolution> offered) {
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
    if (!offered.contains(answer)) {
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
}
