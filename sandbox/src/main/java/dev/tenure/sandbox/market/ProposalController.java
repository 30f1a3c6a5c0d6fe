package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Hiring;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.FreelancerJson;
import dev.tenure.sandbox.wire.InterviewJson;
import dev.tenure.sandbox.wire.ProposalJson;
import dev.tenure.sandbox.world.Candidate;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.Proposal;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Proposals, and the request to hire from one. */
@Controller(Desk.API)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProposalController {
  private final Desk desk;
  private final Bodies bodies;
  private final Requests requests;
  private final World world;
  private final Hiring hiring;
  private final ProposalList list;

  ProposalController(
      Desk desk, Bodies bodies, Requests requests, World world, Hiring hiring, ProposalList list) {
    this.desk = desk;
    this.bodies = bodies;
    this.requests = requests;
    this.world = world;
    this.hiring = hiring;
    this.list = list;
  }

  @Get("/jobs/{jobId}/proposals")
  HttpResponse<Object> list(HttpRequest<?> request, String jobId) {
    return desk.serve(
        request,
        Gate.READ_PROPOSALS,
        caller -> Answer.ok(list.page(caller, jobId, new Query(request))));
  }

  @Get("/proposals/{proposalId}")
  HttpResponse<Object> read(HttpRequest<?> request, String proposalId) {
    return desk.serve(request, Gate.READ_PROPOSALS, caller -> full(caller, proposalId));
  }

  @Get("/proposals/{proposalId}/interview")
  HttpResponse<Object> interview(HttpRequest<?> request, String proposalId) {
    return desk.serve(
        request,
        Gate.READ_PROPOSALS,
        caller -> Answer.ok(InterviewJson.of(hiring.see(caller, proposalId))));
  }

  @Get("/freelancers/{idOrSlug}")
  HttpResponse<Object> freelancer(HttpRequest<?> request, String idOrSlug) {
    return desk.serve(
        request,
        Gate.READ_PROPOSALS,
        caller ->
            Answer.ok(
                world
                    .proposals
                    .oldestFirst()
                    .filter(proposal -> isOf(proposal.candidate(), idOrSlug))
                    .findFirst()
                    .map(FreelancerJson::of)
                    .orElseThrow(() -> Refusal.missing("freelancers", "idOrSlug", idOrSlug))));
  }

  @Post("/proposals/{proposalId}/hire")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> hire(HttpRequest<byte[]> request, String proposalId) {
    return desk.serve(
        request,
        Gate.HIRE,
        caller ->
            requests.accepted(
                hiring.request(caller, proposalId, Orders.hire(bodies.read(request)))));
  }

  private static boolean isOf(Candidate candidate, String idOrSlug) {
    return candidate.userId().equals(idOrSlug) || candidate.profileSlug().equals(idOrSlug);
  }

  private Answer full(Caller caller, String proposalId) {
    Proposal proposal = hiring.see(caller, proposalId);
    Contract contract =
        proposal.contractId() == null ? null : world.contracts.find(proposal.contractId());
    return Answer.ok(ProposalJson.full(proposal, world.jobs.get(proposal.jobId()), contract));
  }
}
