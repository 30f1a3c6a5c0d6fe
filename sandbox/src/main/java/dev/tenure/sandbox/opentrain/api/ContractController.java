package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.ContractJson;
import dev.tenure.sandbox.opentrain.json.MilestoneJson;
import dev.tenure.sandbox.opentrain.request.MilestoneRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import dev.tenure.sandbox.opentrain.rules.contract.Jobs;
import dev.tenure.sandbox.opentrain.rules.contract.MilestoneOrder;
import dev.tenure.sandbox.opentrain.rules.contract.Milestones;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Contracts: read, add a milestone, move its money, end. */
@Controller(ApiPath.V1)
class ContractController {
  private final ApiCalls calls;
  private final World world;
  private final Jobs jobs;
  private final Contracts contracts;
  private final Milestones milestones;

  ContractController(
      ApiCalls calls, World world, Jobs jobs, Contracts contracts, Milestones milestones) {
    this.calls = calls;
    this.world = world;
    this.jobs = jobs;
    this.contracts = contracts;
    this.milestones = milestones;
  }

  /** The account's contracts. */
  @Get("/contracts")
  @Gated(value = Gate.READ_CONTRACTS, refuses = 404)
  HttpResponse<ContractJson.All> list(
      HttpRequest<?> request,
      @QueryValue @Nullable String jobId,
      @QueryValue
          @Nullable
          @Pattern(regexp = "active|ended", message = "must be one of active, ended")
          @Schema(
              type = "string",
              allowableValues = {"active", "ended"})
          String status) {
    return calls.ok(request, caller -> list(caller, Texts.given(jobId), status));
  }

  /** A contract. */
  @Get("/contracts/{contractId}")
  @Gated(value = Gate.READ_CONTRACTS, refuses = 404)
  HttpResponse<ContractJson.One> read(HttpRequest<?> request, String contractId) {
    return calls.ok(
        request,
        caller -> new ContractJson.One(ContractJson.full(contracts.see(caller, contractId))));
  }

  /** Create a milestone, every time anew. */
  @Post("/contracts/{contractId}/milestones")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(
      value = Gate.CREATE_MILESTONE,
      refuses = {404, 409})
  HttpResponse<MilestoneJson.One> createMilestone(
      HttpRequest<?> request, String contractId, @Body @Valid MilestoneRequest body) {
    MilestoneOrder order = body.toOrder();
    return calls.created(
        request,
        caller ->
            new MilestoneJson.One(
                MilestoneJson.of(milestones.create(contracts.see(caller, contractId), order))));
  }

  /** Ask to fund. */
  @Consumes(MediaType.ALL)
  @Post("/milestones/{milestoneId}/fund")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.FUND,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> fund(HttpRequest<?> request, String milestoneId) {
    return calls.accepted(request, caller -> milestones.requestFunding(caller, milestoneId));
  }

  /** Ask to release. */
  @Consumes(MediaType.ALL)
  @Post("/milestones/{milestoneId}/approve")
  @Status(HttpStatus.ACCEPTED)
  @Gated(
      value = Gate.RELEASE,
      refuses = {404, 409})
  HttpResponse<ApprovalJson.Requested> approve(HttpRequest<?> request, String milestoneId) {
    return calls.accepted(request, caller -> milestones.requestRelease(caller, milestoneId));
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
  HttpResponse<Object> end(HttpRequest<?> request, String contractId) {
    return calls.serve(
        request,
        caller ->
            contracts
                .requestEnd(caller, contractId)
                .map(asked -> calls.accepted(asked).widened())
                .orElseGet(() -> ApiAnswer.ok(new ContractJson.Ended(true, contractId, "ended"))));
  }

  private ContractJson.All list(Caller caller, @Nullable String jobId, @Nullable String status) {
    if (jobId != null) {
      jobs.see(caller, jobId);
    }
    return new ContractJson.All(
        world
            .contracts
            .newestFirst(contract -> caller.owns(contract.accountId()))
            .filter(contract -> jobId == null || contract.jobId().equals(jobId))
            .filter(contract -> status == null || contract.active() == status.equals("active"))
            .map(ContractJson::listed)
            .toList());
  }
}
