package dev.tenure.sandbox.market;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.rules.Milestones;
import dev.tenure.sandbox.wire.ApprovalJson;
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
  private final Desk desk;
  private final Milestones milestones;

  MilestoneController(Desk desk, Milestones milestones) {
    this.desk = desk;
    this.milestones = milestones;
  }

  /** Ask to fund. */
  @Post("/{milestoneId}/fund")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.FUND,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> fund(HttpRequest<?> request, String milestoneId) {
    return desk.accepted(request, caller -> milestones.requestFunding(caller, milestoneId));
  }

  /** Ask to release. */
  @Post("/{milestoneId}/approve")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.RELEASE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> approve(HttpRequest<?> request, String milestoneId) {
    return desk.accepted(request, caller -> milestones.requestRelease(caller, milestoneId));
  }
}
