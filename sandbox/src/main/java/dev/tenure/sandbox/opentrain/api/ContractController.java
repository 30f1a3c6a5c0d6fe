package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.ContractJson;
import dev.tenure.sandbox.opentrain.json.MilestoneJson;
import dev.tenure.sandbox.opentrain.request.MilestoneRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import dev.tenure.sandbox.opentrain.world.World;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Contracts: read, add a milestone, move its money, end. */
@Controller(ApiPath.V1)
class ContractController {
  private final ApiCalls calls;
  private final World world;
  private final Jobs jobs;
  private final Contracts contracts;

  ContractController(ApiCalls calls, World world, Jobs jobs, Contracts contracts) {
    this.calls = calls;
    this.world = world;
    this.jobs = jobs;
    this.contracts = contracts;
  }

  /** The account's contracts. */
  @Get("/contracts")
  @Gated(value = Gate.READ_CONTRACTS, refuses = 404)
  ContractJson.All list(
      Caller caller,
      @QueryValue @Nullable String jobId,
      @QueryValue
          @Nullable
          @Pattern(regexp = "active|ended", message = "must be one of active, ended")
          @Schema(
              type = "string",
              allowableValues = {"active", "ended"})
          String status) {
    String job = Texts.given(jobId);
    if (job != null) {
      jobs.see(caller, job);
    }
    return new ContractJson.All(
        world
            .contracts
            .newestFirst(contract -> caller.owns(contract.accountId()))
            .filter(contract -> job == null || contract.jobId().equals(job))
            .filter(contract -> status == null || contract.active() == status.equals("active"))
            .map(ContractJson::listed)
            .toList());
  }

  /** A contract. */
  @Get("/contracts/{contractId}")
  @Gated(value = Gate.READ_CONTRACTS, refuses = 404)
  ContractJson.One read(Caller caller, String contractId) {
    return new ContractJson.One(ContractJson.full(contracts.see(caller, contractId)));
  }

  /** Create a milestone, every time anew. */
  @Post("/contracts/{contractId}/milestones")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(
      value = Gate.CREATE_MILESTONE,
      refuses = {404, 409})
  MilestoneJson.One createMilestone(Caller caller, String contractId, @Body MilestoneRequest body) {
    Contracts.NewMilestone wanted = body.toMilestone();
    return new MilestoneJson.One(
        MilestoneJson.of(contracts.create(contracts.see(caller, contractId), wanted)));
  }

  /** Ask to fund. */
  @Consumes(MediaType.ALL)
  @Post("/milestones/{milestoneId}/fund")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.FUND,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> fund(Caller caller, String milestoneId) {
    return calls.accepted(contracts.requestFunding(caller, milestoneId));
  }

  /** Ask to release. */
  @Consumes(MediaType.ALL)
  @Post("/milestones/{milestoneId}/approve")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.RELEASE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> approve(Caller caller, String milestoneId) {
    return calls.accepted(contracts.requestRelease(caller, milestoneId));
  }

  /** End, or ask to. */
  @Post("/contracts/{contractId}/end")
  @Consumes(MediaType.ALL)
  @Gated(
      value = Gate.END_CONTRACT,
      refuses = {404, 409})
  @ApiResponse(
      responseCode = "200",
      description = "Ended",
      content = @Content(schema = @Schema(implementation = ContractJson.Ended.class)))
  @ApiResponse(
      responseCode = "202",
      description = "A person has to confirm it",
      content = @Content(schema = @Schema(implementation = ApprovalJson.Requested.class)))
  HttpResponse<?> end(Caller caller, String contractId) {
    Approvals.Requested asked = contracts.requestEnd(caller, contractId).orElse(null);
    return asked == null
        ? HttpResponse.ok(new ContractJson.Ended(true, contractId, "ended"))
        : calls.accepted(asked);
  }
}
