package dev.tenure.sandbox.market;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.request.MilestoneRequest;
import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Contracts;
import dev.tenure.sandbox.rules.Jobs;
import dev.tenure.sandbox.rules.MilestoneOrder;
import dev.tenure.sandbox.rules.Milestones;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.MilestoneJson;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Contracts: read, add a milestone, end. */
@Controller(ApiPath.V1 + "/contracts")
@ExecuteOn(TaskExecutors.BLOCKING)
class ContractController {
  private final Desk desk;
  private final World world;
  private final Jobs jobs;
  private final Contracts contracts;
  private final Milestones milestones;

  ContractController(
      Desk desk, World world, Jobs jobs, Contracts contracts, Milestones milestones) {
    this.desk = desk;
    this.world = world;
    this.jobs = jobs;
    this.contracts = contracts;
    this.milestones = milestones;
  }

  /** The account's contracts. */
  @Get
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
    return desk.ok(request, caller -> list(caller, Texts.given(jobId), status));
  }

  /** A contract. */
  @Get("/{contractId}")
  @Gated(value = Gate.READ_CONTRACTS, refuses = 404)
  HttpResponse<ContractJson.One> read(HttpRequest<?> request, String contractId) {
    return desk.ok(
        request,
        caller -> new ContractJson.One(ContractJson.full(contracts.see(caller, contractId))));
  }

  /** Create a milestone, every time anew. */
  @Post("/{contractId}/milestones")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Gated(
      value = Gate.CREATE_MILESTONE,
      refuses = {404, 409})
  HttpResponse<MilestoneJson.One> createMilestone(
      HttpRequest<?> request, String contractId, @Body @Valid MilestoneRequest body) {
    MilestoneOrder order = body.toOrder();
    return desk.created(
        request,
        caller ->
            new MilestoneJson.One(
                MilestoneJson.of(milestones.create(contracts.see(caller, contractId), order))));
  }

  /** End, or ask to. */
  @Post("/{contractId}/end")
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
    return desk.serve(
        request,
        caller ->
            contracts
                .requestEnd(caller, contractId)
                .map(asked -> desk.accepted(asked).widened())
                .orElseGet(() -> Answer.ok(new ContractJson.Ended(true, contractId, "ended"))));
  }

  private ContractJson.All list(Caller caller, @Nullable String jobId, @Nullable String status) {
    if (jobId != null) {
      jobs.see(caller, jobId);
    }
    return new ContractJson.All(
        world
            .contracts
            .newestFirst()
            .filter(contract -> caller.owns(contract.accountId()))
            .filter(contract -> jobId == null || contract.jobId().equals(jobId))
            .filter(contract -> status == null || contract.active() == status.equals("active"))
            .map(ContractJson::listed)
            .toList());
  }
}
