package dev.tenure.api.incidents;

import dev.tenure.api.access.Scope;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.IncidentQuery;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.journal.read.Incidents;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.wire.WireName;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything for which the engine needs a person, over all hires. */
@Controller("/v1/incidents")
@Tag(name = "Incidents")
@Secured(Scope.Name.HIRES_READ)
record IncidentController(Incidents incidents) {

  /** What {@code status} may ask for. */
  private enum Status implements WireName {
    OPEN,
    CLOSED,
    ALL;

    @Nullable Boolean open() {
      return switch (this) {
        case OPEN -> true;
        case CLOSED -> false;
        case ALL -> null;
      };
    }
  }

  /**
   * Lists incidents, the longest open first.
   *
   * @param status open (the default), closed, or all
   * @param account only incidents of this account's hires
   * @param cause only incidents of this cause
   * @param hire only incidents of this hire
   * @param cursor the {@code next} of the page before
   * @param limit how many at most
   * @return A page of incidents
   */
  @Get
  @Operation(operationId = "listIncidents", summary = "List incidents, the longest open first")
  Page<IncidentItemJson> list(
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"open", "closed", "all"},
                      defaultValue = "open"))
          @QueryValue
          @Nullable String status,
      @QueryValue @Nullable String account,
      @Parameter(schema = @Schema(implementation = IncidentCause.class)) @QueryValue
          @Nullable String cause,
      @QueryValue @Nullable String hire,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    var parameters = new Parameters();
    Status which = parameters.choice("status", status, Status.class);
    var query =
        new IncidentQuery(
            which == null ? Boolean.TRUE : which.open(),
            account,
            parameters.choice("cause", cause, IncidentCause.class),
            hire,
            Cursor.INCIDENTS.read(parameters, cursor),
            parameters.limit(limit));
    parameters.throwIfAny();
    return Page.of(incidents.list(query), IncidentItemJson::of, IncidentController::cursor);
  }

  /**
   * Reads an incident, open or closed.
   *
   * @param id the incident's id
   * @param hire the hire that it belongs to: needed only for the few incidents whose id is the same
   *     in every hire, such as workflow_gone; without it the one that was opened last is told
   * @return The incident
   */
  @Get("/{id}")
  @Operation(operationId = "readIncident", summary = "Read an incident")
  IncidentItemJson read(String id, @QueryValue @Nullable String hire) {
    return incidents
        .find(id, hire)
        .map(IncidentItemJson::of)
        .orElseThrow(
            () -> Problems.notFound("incident_not_found", "There is no incident " + id + "."));
  }

  private static String cursor(IncidentView view) {
    return Cursor.INCIDENTS.write(
        new IncidentQuery.Place(view.incident().openedAt(), view.hireId(), view.incident().id()));
  }
}
