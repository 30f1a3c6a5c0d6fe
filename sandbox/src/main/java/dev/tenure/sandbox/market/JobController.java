package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Jobs;
import dev.tenure.sandbox.rules.Links;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.JobJson;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Proposal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account's own jobs: draft, change, publish, invite. */
@Controller(Desk.API)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class JobController {
  private final Desk desk;
  private final Bodies bodies;
  private final Jobs jobs;
  private final Links links;

  JobController(Desk desk, Bodies bodies, Jobs jobs, Links links) {
    this.desk = desk;
    this.bodies = bodies;
    this.jobs = jobs;
    this.links = links;
  }

  @Post("/job-drafts")
  HttpResponse<Object> draft(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.DRAFT_JOB,
        caller -> {
          Jobs.Made<Job> made = jobs.draft(caller, draft(bodies.readOrEmpty(request)));
          return new Answer(made.fresh() ? 201 : 200, json(made.thing()), null, !made.fresh());
        });
  }

  @Patch("/job-drafts/{jobId}")
  HttpResponse<Object> change(HttpRequest<byte[]> request, String jobId) {
    return desk.serve(
        request,
        Gate.DRAFT_JOB,
        caller -> Answer.ok(json(jobs.change(caller, jobId, draft(bodies.readOrEmpty(request))))));
  }

  @Post("/jobs/{jobId}/publish")
  HttpResponse<Object> publish(HttpRequest<?> request, String jobId) {
    return desk.serve(
        request,
        Gate.PUBLISH_JOB,
        caller ->
            Answer.ok(new JobJson.Published(true, jobs.publish(caller, jobId).id(), "PUBLISHED")));
  }

  @Post("/jobs/{jobId}/invites")
  HttpResponse<Object> invite(HttpRequest<byte[]> request, String jobId) {
    return desk.serve(
        request,
        Gate.INVITE_TO_JOB,
        caller -> {
          Fields body = bodies.read(request);
          String freelancerId = Issues.in(() -> body.text("freelancerId"));
          Jobs.Made<Proposal> made = jobs.invite(caller, jobId, freelancerId);
          return new Answer(
              made.fresh() ? 201 : 200,
              JobJson.Invited.of(made.thing(), made.fresh()),
              null,
              !made.fresh());
        });
  }

  private JobJson.Drafted json(Job job) {
    return JobJson.drafted(job, links.origin() + "/job-drafts/" + job.id());
  }

  private static Jobs.Draft draft(Fields body) {
    return new Jobs.Draft(
        body.maybeText("title"),
        body.maybeText("description"),
        paymentType(body),
        body.maybeText("idempotencyKey"));
  }

  private static @Nullable PaymentType paymentType(Fields body) {
    String word = body.maybeText("paymentType");
    return word == null
        ? null
        : Stream.of(PaymentType.values())
            .filter(type -> type.name().equals(word))
            .findFirst()
            .orElseThrow(() -> Refusal.field("paymentType", "is not known"));
  }
}
