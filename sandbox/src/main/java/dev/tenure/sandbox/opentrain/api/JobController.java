package dev.tenure.sandbox.opentrain.api;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import dev.tenure.sandbox.opentrain.json.JobJson;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.request.DraftRequest;
import dev.tenure.sandbox.opentrain.request.JobInviteRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

/** An account's own jobs: draft, change, publish, invite. */
@Controller(ApiPath.V1)
@Consumes(MediaType.ALL)
class JobController {
  private final ApiCalls calls;
  private final Jobs jobs;
  private final Links links;

  JobController(ApiCalls calls, Jobs jobs, Links links) {
    this.calls = calls;
    this.jobs = jobs;
    this.links = links;
  }

  /** Draft a job. */
  @Post("/job-drafts")
  @Gated(value = Gate.DRAFT_JOB, known = true)
  HttpResponse<JobJson.Drafted> draft(Caller caller, @Body @Nullable DraftRequest body) {
    Jobs.Draft draft = requireNonNullElse(body, DraftRequest.EMPTY).toDraft();
    Jobs.Made<Job> made = jobs.draft(caller, draft);
    return calls.made(made.fresh(), json(made.thing()));
  }

  /** Change a draft. */
  @Patch("/job-drafts/{jobId}")
  @Gated(
      value = Gate.DRAFT_JOB,
      refuses = {404, 409})
  JobJson.Drafted change(Caller caller, String jobId, @Body @Nullable DraftRequest body) {
    Jobs.Draft draft = requireNonNullElse(body, DraftRequest.EMPTY).toDraft();
    return json(jobs.change(caller, jobId, draft));
  }

  /** Publish a draft. */
  @Post("/jobs/{jobId}/publish")
  @Gated(
      value = Gate.PUBLISH_JOB,
      refuses = {404, 409})
  JobJson.Published publish(Caller caller, String jobId) {
    return new JobJson.Published(true, jobs.publish(caller, jobId).id(), "PUBLISHED");
  }

  /** Invite a trainer. */
  @Post("/jobs/{jobId}/invites")
  @Gated(
      value = Gate.INVITE_TO_JOB,
      refuses = {404, 409},
      known = true)
  @IssueList
  HttpResponse<JobJson.Invited> invite(Caller caller, String jobId, @Body JobInviteRequest body) {
    Jobs.Made<Proposal> made = jobs.invite(caller, jobId, Texts.trimmed(body.freelancerId()));
    return calls.made(made.fresh(), JobJson.Invited.of(made.thing(), made.fresh()));
  }

  private JobJson.Drafted json(Job job) {
    return JobJson.drafted(job, links.origin() + "/job-drafts/" + job.id());
  }
}
