package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.FreelancerJson;
import dev.tenure.sandbox.opentrain.json.InterviewJson;
import dev.tenure.sandbox.opentrain.json.ProposalJson;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.request.HireRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.HireRequests;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proposals, and the request to hire from one. */
@Controller(ApiPath.V1)
class ProposalController {
  private static final int DEFAULT_LIMIT = 25;
  private static final long LARGEST = 100;

  private final ApiCalls calls;
  private final World world;
  private final Jobs jobs;
  private final HireRequests hiring;

  ProposalController(ApiCalls calls, World world, Jobs jobs, HireRequests hiring) {
    this.calls = calls;
    this.world = world;
    this.jobs = jobs;
    this.hiring = hiring;
  }

  // A page of 25 unless something else is said, and the clamp at 100, are assumed.
  /** A job's proposals. */
  @Get("/jobs/{jobId}/proposals")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  ProposalJson.Page list(
      Caller caller,
      String jobId,
      @QueryValue @Nullable @Schema(implementation = ProposalStatus.class) String status,
      @QueryValue @Nullable @Min(1) Long limit,
      @QueryValue @Nullable String cursor) {
    ProposalStatus wanted = status(status);
    Stream<Proposal> rest = world.proposals.before(Texts.given(cursor));
    Job job = jobs.see(caller, jobId);
    Slice<Proposal> page =
        Slice.of(
            rest.filter(proposal -> proposal.jobId().equals(jobId))
                .filter(proposal -> wanted == null || proposal.status() == wanted),
            (int) Math.min(limit == null ? DEFAULT_LIMIT : limit, LARGEST));
    return new ProposalJson.Page(
        page.map(proposal -> ProposalJson.of(proposal, job)), page.next(Proposal::id));
  }

  private static @Nullable ProposalStatus status(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String name = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    return Stream.of(ProposalStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.bad(
                    "This status is not supported.",
                    Map.of(
                        "supportedStatuses",
                        Stream.of(ProposalStatus.values()).map(Enum::name).toList())));
  }

  /** A proposal. */
  @Get("/proposals/{proposalId}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  ProposalJson.One read(Caller caller, String proposalId) {
    Proposal proposal = hiring.see(caller, proposalId);
    Contract contract =
        proposal.contractId() == null ? null : world.contracts.find(proposal.contractId());
    return ProposalJson.full(proposal, world.jobs.get(proposal.jobId()), contract);
  }

  /** Its interview. */
  @Get("/proposals/{proposalId}/interview")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  InterviewJson interview(Caller caller, String proposalId) {
    return InterviewJson.of(hiring.see(caller, proposalId));
  }

  /** A trainer. */
  @Get("/freelancers/{idOrSlug}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  FreelancerJson freelancer(String idOrSlug) {
    return world
        .proposals
        .oldestFirst(proposal -> isOf(proposal.candidate(), idOrSlug))
        .findFirst()
        .map(FreelancerJson::of)
        .orElseThrow(() -> Refusal.missing("freelancers", "idOrSlug", idOrSlug));
  }

  private static boolean isOf(Candidate candidate, String idOrSlug) {
    return candidate.userId().equals(idOrSlug) || candidate.profileSlug().equals(idOrSlug);
  }

  /** Ask to hire. */
  @Post("/proposals/{proposalId}/hire")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.HIRE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> hire(
      Caller caller, String proposalId, @Body HireRequest body) {
    return calls.accepted(hiring.request(caller, proposalId, body.terms(), body.notFitOverride()));
  }
}
