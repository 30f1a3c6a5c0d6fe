package dev.tenure.api.inbox;

import dev.tenure.api.hires.Cursors;
import dev.tenure.api.problem.ListProblems;
import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.problem.ReadProblems;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalQuery.Place;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.ApprovalStatus;
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
import org.jspecify.annotations.Nullable;

/** Everything that waits for a person's co-sign, over all hires. */
@Controller("/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Approvals")
final class ApprovalController {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Approvals approvals;

  ApprovalController(Approvals approvals) {
    this.approvals = approvals;
  }

  /**
   * Lists approvals, the soonest deadline first.
   *
   * @param status only approvals of this status, e.g. pending
   * @param hire only approvals of this hire
   * @param cursor the {@code next} of the page before
   * @param limit how many at most, up to 200
   */
  @Get
  @Operation(operationId = "listApprovals", summary = "List approvals, the soonest deadline first")
  @ApiResponse(
      responseCode = "200",
      description = "A page of approvals",
      content = @Content(schema = @Schema(implementation = ApprovalPage.class)))
  @ListProblems
  ApprovalPage list(
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "pending",
                        "confirmed",
                        "declined",
                        "expired",
                        "superseded",
                        "lost_sight"
                      }))
          @QueryValue
          @Nullable String status,
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
    Slice<ApprovalView> slice = approvals.list(query(status, hire, cursor, limit));
    return new ApprovalPage(
        slice.items().stream().map(ApprovalJson::of).toList(), next(slice), slice.more());
  }

  /**
   * Reads an approval.
   *
   * @param id the marketplace's id of it
   */
  @Get("/{id}")
  @Operation(operationId = "readApproval", summary = "Read an approval")
  @ApiResponse(
      responseCode = "200",
      description = "The approval",
      content = @Content(schema = @Schema(implementation = ApprovalJson.class)))
  @ReadProblems
  ApprovalJson read(String id) {
    return approvals
        .find(id)
        .map(ApprovalJson::of)
        .orElseThrow(
            () -> Problems.notFound("approval_not_found", "There is no approval " + id + "."));
  }

  private static ApprovalQuery query(
      @Nullable String status,
      @Nullable String hire,
      @Nullable String cursor,
      @Nullable String limit) {
    var parameters = new Parameters();
    Place after = cursor == null ? null : Cursors.approval(cursor).orElse(null);
    if (cursor != null && after == null) {
      parameters.wrong("cursor", "cursor must be the next of an earlier page.");
    }
    var query =
        new ApprovalQuery(
            parameters.choice("status", status, ApprovalStatus.class, ApprovalStatus::wire),
            hire,
            after,
            (int) parameters.number("limit", limit, USUAL, 1, MOST));
    parameters.throwIfAny();
    return query;
  }

  private static @Nullable String next(Slice<ApprovalView> slice) {
    if (!slice.more()) {
      return null;
    }
    var last = slice.items().getLast().approval();
    return Cursors.approval(new Place(last.expiresAt(), last.id()));
  }
}
