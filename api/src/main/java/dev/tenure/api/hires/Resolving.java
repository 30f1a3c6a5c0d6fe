package dev.tenure.api.hires;

import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.run.HireStarts;
import dev.tenure.model.ActionKind;
import dev.tenure.model.AllowedAction;
import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import dev.tenure.workflows.hire.ResolveCommand;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;

/** Answers incidents: of the workflow, or of a hire that never got one or lost it. */
@Singleton
final class Resolving {

  private final Sending sending;
  private final HireStarts starts;
  private final Revival revival;

  Resolving(Sending sending, HireStarts starts, Revival revival) {
    this.sending = sending;
    this.starts = starts;
    this.revival = revival;
  }

  Carried resolve(String hireId, String incidentId, ResolveRequest answer, CommandHeaders headers) {
    HireView hire = sending.find(hireId);
    IncidentDocument incident = incident(hire, incidentId);
    answer.requireId(incident);
    Resolution resolution = answer.resolution();
    CommandKey key = CommandKey.of(headers, "resolve", incidentId, answer.json());
    sending.claim(hireId, key);
    if (hire.row().refused() && incident.open()) {
      sending.requireMatch(hire, headers);
      requireOffered(hireId, incident, resolution);
      if (starts.resolve(hireId, incidentId, resolution)) {
        return sending.done(hireId, key);
      }
    }
    if (incident.cause() == IncidentCause.WORKFLOW_GONE && incident.open()) {
      sending.requireMatch(hire, headers);
      requireOffered(hireId, incident, resolution);
      if (revival.answer(hireId, resolution)) {
        return sending.done(hireId, key);
      }
    }
    return sending.carryOutClaimed(
        hire,
        "resolve",
        key,
        headers,
        new ResolveCommand(incidentId, resolution, answer.adopted()));
  }

  private static IncidentDocument incident(HireView hire, String incidentId) {
    return hire.incidents().stream()
        .filter(incident -> incident.id().equals(incidentId))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.notFound(
                    "incident_not_found",
                    "Hire "
                        + hire.id()
                        + " has no incident "
                        + incidentId
                        + "; see incidents[].id of it."));
  }

  /** The workflow checks this for itself; here there is none. */
  private static void requireOffered(
      String hireId, IncidentDocument incident, Resolution resolution) {
    if (!incident.actions().contains(resolution)) {
      String offered =
          incident.actions().stream().map(Resolution::wire).collect(Collectors.joining(" or "));
      throw Refused.notAllowed(
          hireId,
          "Incident " + incident.id() + " is answered with " + offered + ".",
          List.of(new AllowedAction(ActionKind.RESOLVE, incident.id(), incident.actions())));
    }
  }
}
