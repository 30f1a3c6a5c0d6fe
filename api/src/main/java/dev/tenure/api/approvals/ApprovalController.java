package dev.tenure.api.approvals;

import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.read.ApprovalQuery;
import dev.tenure.journal.read.ApprovalView;
import dev.tenure.journal.read.Approvals;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Everything that waits for a person's decision, over all hires. */
@Controller("/v1/approvals")
@Tag(name = "Approvals")
@Secured(Scope.Name.HIRES_READ)
record ApprovalController(Approvals approvals, ApprovalDecisions decisions, PublicAddress address) {

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
            parameters.choice("status", status, ApprovalStatus.class),
            parameters.choice("kind", kind, ApprovalKind.class),
            account,
            hire,
            Cursor.APPROVALS.read(parameters, cursor),
            parameters.limit(limit));
    parameters.throwIfAny();
    return Page.of(
        approvals.list(query),
        view -> ApprovalJson.of(view, null, address),
        ApprovalController::cursor);
  }

  /**
   * Reads an approval.
   *
   * @param id the marketplace's id of it, or ours where it is decided here
   * @return The approval
   */
  @Get("/{id}")
  @Operation(operationId = "readApproval", summary = "Read an approval")
  ApprovalJson read(String id) {
    return decisions.json(id);
  }

  /**
   * Confirms or declines an approval that a marketplace leaves to this front. It is carried out
   * once for each Idempotency-Key.
   *
   * @param id the approval's id
   * @param body the decision
   * @return Carried out: the approval as it stands now
   */
  @Secured(Scope.Name.APPROVALS_DECIDE)
  @Audited("decide_approval")
  @Post(uri = "/{id}/decision", consumes = MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "decideApproval",
      summary = "Confirm or decline an approval of OpenContract",
      description =
          "409 terms_changed where the terms are others by now, self_approval where the hire bars"
              + " whoever began it, approval_decided_elsewhere for an approval of OpenTrain, which"
              + " is decided on the marketplace.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApprovalDecisionRequest.class)))
  HttpResponse<ApprovalJson> decide(
      HttpRequest<?> request, String id, @Body byte @Nullable [] body) {
    return decisions.decide(request, id, body);
  }

  private static String cursor(ApprovalView view) {
    return Cursor.APPROVALS.write(
        new ApprovalQuery.Place(view.approval().expiresAt(), view.approval().id()));
  }
}
