package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.contract.ApprovalJson;
import dev.tenure.sandbox.opentrain.rules.contract.Milestones;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The two requests that move a milestone's money; neither has a body. */
@Controller(ApiPath.V1 + "/milestones")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class MilestoneController {
  private final ApiCalls calls;
  private final Milestones milestones;

  MilestoneController(ApiCalls calls, Milestones milestones) {
    this.calls = calls;
    this.milestones = milestones;
  }

  /** Ask to fund. */
  @Post("/{milestoneId}/fund")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.FUND,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> fund(HttpRequest<?> request, String milestoneId) {
    return calls.accepted(request, caller -> milestones.requestFunding(caller, milestoneId));
  }

  /** Ask to release. */
  @Post("/{milestoneId}/approve")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.RELEASE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> approve(HttpRequest<?> request, String milestoneId) {
    return calls.accepted(request, caller -> milestones.requestRelease(caller, milestoneId));
  }
}
