package dev.tenure.sandbox.market;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.request.HireRequest;
import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.HireOrder;
import dev.tenure.sandbox.rules.Hiring;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.FreelancerJson;
import dev.tenure.sandbox.wire.InterviewJson;
import dev.tenure.sandbox.wire.ProposalJson;
import dev.tenure.sandbox.world.Candidate;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.ProposalStatus;
import dev.tenure.sandbox.world.World;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** Proposals, and the request to hire from one. */
@Controller(ApiPath.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalController {
  private final Desk desk;
  private final World world;
  private final Hiring hiring;
  private final ProposalList list;

  ProposalController(Desk desk, World world, Hiring hiring, ProposalList list) {
    this.desk = desk;
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
    return desk.ok(request, caller -> list.page(caller, jobId, status, limit, Texts.given(cursor)));
  }

  /** A proposal. */
  @Get("/proposals/{proposalId}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<ProposalJson.One> read(HttpRequest<?> request, String proposalId) {
    return desk.ok(request, caller -> full(caller, proposalId));
  }

  /** Its interview. */
  @Get("/proposals/{proposalId}/interview")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<InterviewJson> interview(HttpRequest<?> request, String proposalId) {
    return desk.ok(request, caller -> InterviewJson.of(hiring.see(caller, proposalId)));
  }

  /** A trainer. */
  @Get("/freelancers/{idOrSlug}")
  @Gated(value = Gate.READ_PROPOSALS, refuses = 404)
  HttpResponse<FreelancerJson> freelancer(HttpRequest<?> request, String idOrSlug) {
    return desk.ok(
        request,
        caller ->
            world
                .proposals
                .oldestFirst()
                .filter(proposal -> isOf(proposal.candidate(), idOrSlug))
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
    return desk.accepted(request, caller -> hiring.request(caller, proposalId, order));
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
