package dev.tenure.api.approvals;

import dev.tenure.api.access.RequiresScope;
import dev.tenure.api.access.Scope;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that waits for a person's decision, over all hires. */
@Controller("/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Approvals")
@RequiresScope(Scope.HIRES_READ)
final class ApprovalController {

  private final Approvals approvals;

  ApprovalController(Approvals approvals) {
    this.approvals = approvals;
  }

  /**
   * Lists approvals, the soonest deadline first.
   *
   * @param status only approvals of this status
   * @param kind only approvals of this kind
   * @param account only approvals of this account's hires
   * @param hire only approvals of this hire
   * @param cursor the {@code next} of the page before
   * @param limit how many at most
   * @return A page of approvals
   */
  @Get
  @Operation(operationId = "listApprovals", summary = "List approvals, the soonest deadline first")
  Page<ApprovalJson> list(
      @Parameter(schema = @Schema(implementation = ApprovalStatus.class)) @QueryValue
          @Nullable String status,
      @Parameter(schema = @Schema(implementation = ApprovalKind.class)) @QueryValue
          @Nullable String kind,
      @QueryValue @Nullable String account,
      @QueryValue @Nullable String hire,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    var parameters = new Parameters();
    var query =
        new ApprovalQuery(
            parameters.choice("status", status, ApprovalStatus.class, ApprovalStatus::wire),
            parameters.choice("kind", kind, ApprovalKind.class, ApprovalKind::wire),
            account,
            hire,
            Cursor.APPROVALS.read(parameters, cursor),
            parameters.limit(limit));
    parameters.throwIfAny();
    return Page.of(approvals.list(query), ApprovalJson::of, ApprovalController::cursor);
  }

  /**
   * Reads an approval.
   *
   * @param id the marketplace's id of it
   * @return The approval
   */
  @Get("/{id}")
  @Operation(operationId = "readApproval", summary = "Read an approval")
  ApprovalJson read(String id) {
    return approvals
        .find(id)
        .map(ApprovalJson::of)
        .orElseThrow(
            () -> Problems.notFound("approval_not_found", "There is no approval " + id + "."));
  }

  private static String cursor(ApprovalView view) {
    return Cursor.APPROVALS.write(
        new ApprovalQuery.Place(view.approval().expiresAt(), view.approval().id()));
  }
}
