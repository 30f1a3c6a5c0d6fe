package dev.tenure.api.inbox;

import dev.tenure.api.hires.Cursors;
import dev.tenure.api.problem.ListProblems;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.read.IncidentQuery;
import dev.tenure.journal.read.IncidentQuery.Place;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.journal.read.Incidents;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.IncidentCause;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything for which the engine needs a person, over all hires. */
@Controller("/v1/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Incidents")
final class IncidentController {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Incidents incidents;

  IncidentController(Incidents incidents) {
    this.incidents = incidents;
  }

  /** What {@code status} may ask for. */
  private enum Status {
    OPEN,
    CLOSED,
    ALL;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

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
   * @param limit how many at most, up to 200
   */
  @Get
  @Operation(operationId = "listIncidents", summary = "List incidents, the longest open first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of incidents",
      content = @Content(schema = @Schema(implementation = IncidentPage.class)))
  @ListProblems
  IncidentPage list(
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"open", "closed", "all"}))
          @QueryValue
          @Nullable String status,
      @QueryValue @Nullable String account,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "account_claim_required",
                        "payment_method_required",
                        "not_fit_confirmation_required",
                        "contract_rate_missing",
                        "token_rejected",
                        "scope_missing",
                        "feature_disabled",
                        "request_rejected",
                        "not_found",
                        "rate_limited",
                        "marketplace_unreachable",
                        "milestone_in_doubt",
                        "approval_declined",
                        "approval_expired",
                        "approval_superseded",
                        "approval_lost",
                        "approval_status_unknown",
                        "terms_edited",
                        "budget_exceeded",
                        "milestone_gone",
                        "workflow_gone",
                        "start_refused",
                        "account_unserved",
                        "record_refused",
                        "record_lost",
                        "contract_after_close",
                        "unexpected"
                      }))
          @QueryValue
          @Nullable String cause,
      @QueryValue @Nullable String hire,
      @QueryValue @Nullable String cursor,
      @Parameter(
              schema =
                  @Schema(
                      type = "integer",
                      format = "int32",
                      minimum = "1",
                      maximum = "200",
                      defaultValue = "50"))
          @QueryValue
          @Nullable String limit) {
    Slice<IncidentView> slice = incidents.list(query(status, account, cause, hire, cursor, limit));
    return new IncidentPage(
        slice.items().stream().map(IncidentItemJson::of).toList(), next(slice), slice.more());
  }

  private static IncidentQuery query(
      @Nullable String status,
      @Nullable String account,
      @Nullable String cause,
      @Nullable String hire,
      @Nullable String cursor,
      @Nullable String limit) {
    var parameters = new Parameters();
    Status which = parameters.choice("status", status, Status.class, Status::wire);
    Place after = cursor == null ? null : Cursors.incident(cursor).orElse(null);
    if (cursor != null && after == null) {
      parameters.wrong("cursor", "cursor must be the next of an earlier page.");
    }
    var query =
        new IncidentQuery(
            which == null ? Boolean.TRUE : which.open(),
            account,
            parameters.choice("cause", cause, IncidentCause.class, IncidentCause::wire),
            hire,
            after,
            (int) parameters.number("limit", limit, USUAL, 1, MOST));
    parameters.throwIfAny();
    return query;
  }

  private static @Nullable String next(Slice<IncidentView> slice) {
    if (!slice.more()) {
      return null;
    }
    IncidentView last = slice.items().getLast();
    return Cursors.incident(
        new Place(last.incident().openedAt(), last.hireId(), last.incident().id()));
  }
}
