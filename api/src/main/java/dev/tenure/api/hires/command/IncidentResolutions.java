package dev.tenure.api.hires.command;

import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.ResolveRequest;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.run.HireStarts;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.workflows.hire.ResolveCommand;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers incidents: of the workflow, or of a hire that never got one or lost it. */
@Singleton
record IncidentResolutions(CommandSender sender, HireStarts starts, WorkflowRecovery recovery) {

  MutableHttpResponse<HireJson> resolve(
      String hireId, String incidentId, ResolveRequest answer, CommandHeaders headers) {
    HireView hire = sender.find(hireId);
    IncidentDocument incident =
        hire.incident(incidentId)
            .orElseThrow(
                () ->
                    Problems.notFound(
                        "incident_not_found",
                        "Hire %s has no incident %s; see incidents[].id of it."
                            .formatted(hireId, incidentId)));
    answer.requireId(incident);
    Resolution resolution = answer.resolution();
    CommandKey key = CommandKey.of(headers, "resolve", incidentId, answer.json());
    sender.claim(hireId, key);
    boolean refused = hire.row().refused();
    boolean gone = incident.cause() == IncidentCause.WORKFLOW_GONE;
    if (incident.open() && (refused || gone)) {
      sender.requireMatch(hire, headers);
      requireOffered(hireId, incident, resolution);
      @Nullable String actor = sender.context(null).actor();
      if ((refused && starts.resolve(hireId, incidentId, resolution, actor))
          || (gone && recovery.answer(hireId, resolution, actor))) {
        return sender.done(hireId, key);
      }
    }
    // What is closed was open before: the workflow knows it.
    return sender.carryOut(
        hire,
        "resolve",
        key,
        headers,
        new ResolveCommand(incidentId, resolution, answer.adopted()),
        incident.open() ? incident.openedAt() : null);
  }

  /** The workflow checks this for itself; here there is none. */
  private static void requireOffered(
      String hireId, IncidentDocument incident, Resolution resolution) {
    if (!incident.actions().contains(resolution)) {
      String offered =
          incident.actions().stream().map(Resolution::wire).collect(Collectors.joining(" or "));
      throw CommandRefusals.notAllowed(
          hireId,
          "Incident " + incident.id() + " is answered with " + offered + ".",
          List.of(new AllowedAction(ActionKind.RESOLVE, incident.id(), incident.actions())));
    }
  }
}
