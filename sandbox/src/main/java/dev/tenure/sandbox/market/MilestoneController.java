package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Milestones;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The two requests that move a milestone's money; neither has a body. */
@Controller(Desk.API + "/milestones")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class MilestoneController {
  private final Desk desk;
  private final Requests requests;
  private final Milestones milestones;

  MilestoneController(Desk desk, Requests requests, Milestones milestones) {
    this.desk = desk;
    this.requests = requests;
    this.milestones = milestones;
  }

  @Post("/{milestoneId}/fund")
  HttpResponse<Object> fund(HttpRequest<?> request, String milestoneId) {
    return desk.serve(
        request,
        Gate.FUND,
        caller -> requests.accepted(milestones.requestFunding(caller, milestoneId)));
  }

  @Post("/{milestoneId}/approve")
  HttpResponse<Object> approve(HttpRequest<?> request, String milestoneId) {
    return desk.serve(
        request,
        Gate.RELEASE,
        caller -> requests.accepted(milestones.requestRelease(caller, milestoneId)));
  }
}
