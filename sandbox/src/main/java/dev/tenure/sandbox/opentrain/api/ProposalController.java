package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.FreelancerJson;
import dev.tenure.sandbox.opentrain.json.InterviewJson;
import dev.tenure.sandbox.opentrain.json.ProposalJson;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.request.HireRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.HireOrder;
import dev.tenure.sandbox.opentrain.rules.contract.HireRequests;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Proposals, and the request to hire from one. */
@Controller(ApiPath.V1)
class ProposalController {
  private final ApiCalls calls;
  private final World world;
  private final HireRequests hiring;
  private final ProposalList list;

  ProposalController(ApiCalls calls, World world, HireRequests hiring, ProposalList list) {
    this.calls = calls;
    this.world = world;
    this.hiring = hiring;
    this.list = list;
  }

  /** A job's proposals. */
  @Get("/jobs/{jobId}/proposals")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<ProposalJson.Page> list(
      HttpRequest<?> request,
      String jobId,
      @QueryValue @Nullable @Schema(implementation = ProposalStatus.class) String status,
      @QueryValue @Nullable @Min(1) Long limit,
      @QueryValue @Nullable String cursor) {
    return calls.ok(
        request, caller -> list.page(caller, jobId, status, limit, Texts.given(cursor)));
  }

  /** A proposal. */
  @Get("/proposals/{proposalId}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<ProposalJson.One> read(HttpRequest<?> request, String proposalId) {
    return calls.ok(request, caller -> full(caller, proposalId));
  }

  /** Its interview. */
  @Get("/proposals/{proposalId}/interview")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<InterviewJson> interview(HttpRequest<?> request, String proposalId) {
    return calls.ok(request, caller -> InterviewJson.of(hiring.see(caller, proposalId)));
  }

  /** A trainer. */
  @Get("/freelancers/{idOrSlug}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<FreelancerJson> freelancer(HttpRequest<?> request, String idOrSlug) {
    return calls.ok(
        request,
        caller ->
            world
                .proposals
                .oldestFirst(proposal -> isOf(proposal.candidate(), idOrSlug))
                .findFirst()
                .map(FreelancerJson::of)
                .orElseThrow(() -> Refusal.missing("freelancers", "idOrSlug", idOrSlug)));
  }

  /** Ask to hire. */
  @Post("/proposals/{proposalId}/hire")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.HIRE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> hire(
      HttpRequest<?> request, String proposalId, @Body @Valid HireRequest body) {
    HireOrder order = body.toOrder();
    return calls.accepted(request, caller -> hiring.request(caller, proposalId, order));
  }

  private static boolean isOf(Candidate candidate, String idOrSlug) {
    return candidate.userId().equals(idOrSlug) || candidate.profileSlug().equals(idOrSlug);
  }

  private ProposalJson.One full(Caller caller, String proposalId) {
    Proposal proposal = hiring.see(caller, proposalId);
    Contract contract =
        proposal.contractId() == null ? null : world.contracts.find(proposal.contractId());
    return ProposalJson.full(proposal, world.jobs.get(proposal.jobId()), contract);
  }
}
