package dev.tenure.api.hires.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.request.ResolveRequest;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.Run;
import dev.tenure.api.temporal.Runs;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.run.HireStarts;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.workflows.hire.ResolveCommand;
import io.grpc.StatusRuntimeException;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers incidents: of the workflow, or of a hire that never got one or lost it. */
@Singleton
public final class IncidentResolutions {

  private final RequestBodies bodies;
  private final CommandSender sender;
  private final HireStarts starts;
  private final OpenRuns journal;
  private final Runs runs;

  IncidentResolutions(
      RequestBodies bodies, CommandSender sender, HireStarts starts, OpenRuns journal, Runs runs) {
    this.bodies = bodies;
    this.sender = sender;
    this.starts = starts;
    this.journal = journal;
    this.runs = runs;
  }

  /**
   * Answers an incident.
   *
   * @param body JSON, as the API takes it
   * @throws ProblemException when it is wrong, was refused, or nobody took it up
   */
  public HttpResponse<HireJson> resolve(
      String hireId, String incidentId, byte @Nullable [] body, CommandHeaders headers) {
    return resolve(hireId, incidentId, bodies.read(body, ResolveRequest.class), headers);
  }

  /**
   * The same by its parts.
   *
   * @param marketplaceId with {@code adopt} only: what on the marketplace is ours
   */
  public HttpResponse<HireJson> resolve(
      String hireId,
      String incidentId,
      Resolution resolution,
      @Nullable String marketplaceId,
      CommandHeaders headers) {
    JsonNode body = ResolveRequest.json(resolution, marketplaceId);
    return resolve(hireId, incidentId, bodies.bind(body, ResolveRequest.class), headers);
  }

  private HttpResponse<HireJson> resolve(
      String hireId, String incidentId, Body<ResolveRequest> body, CommandHeaders headers) {
    ResolveRequest answer = ResolveRequest.of(body);
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
    if (sender.claim(hireId, key).made() != null) {
      return sender.done(hireId, key);
    }
    boolean refused = hire.row().refused();
    boolean gone = incident.cause() == IncidentCause.WORKFLOW_GONE;
    if (incident.open() && (refused || gone)) {
      sender.requireMatch(hire, headers);
      requireOffered(hireId, incident, resolution);
      @Nullable String actor = sender.context(null).actor();
      if ((refused && starts.resolve(hireId, incidentId, resolution, actor))
          || (gone && recover(hireId, resolution, actor))) {
        sender.made(hireId, key, incidentId);
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

  /**
   * Answers the incident of a workflow that is gone, which no workflow can answer; false where it
   * is not open any more.
   */
  private boolean recover(String hireId, Resolution answer, @Nullable String actor) {
    return switch (answer) {
      case RETRY -> revived(hireId, actor);
      case ABORT -> journal.abort(hireId, actor);
      case ADOPT, SKIP -> false;
    };
  }

  private boolean revived(String hireId, @Nullable String actor) {
    Run run = revive(hireId);
    if (!(run instanceof Run.Open)) {
      journal.offer(hireId, run.words(), run.actions());
      throw CommandRefusals.notAllowed(hireId, run.words(), answers(run));
    }
    journal.revived(hireId, actor);
    return true;
  }

  private static List<AllowedAction> answers(Run run) {
    return List.of(new AllowedAction(ActionKind.RESOLVE, OpenRuns.GONE, run.actions()));
  }

  private Run revive(String hireId) {
    try {
      return runs.revive(hireId, runId -> journal.over(hireId, runId));
    } catch (StatusRuntimeException e) {
      throw Problems.unavailable(
          "temporal_unavailable", "Temporal does not answer; repeat the answer in some seconds.");
    }
  }
}
