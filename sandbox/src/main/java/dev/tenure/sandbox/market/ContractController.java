package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Contracts;
import dev.tenure.sandbox.rules.MilestoneOrder;
import dev.tenure.sandbox.rules.Milestones;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.MilestoneJson;
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
import java.util.List;

/** Contracts: read, add a milestone, end. */
@Controller(Desk.API + "/contracts")
@ExecuteOn(TaskExecutors.BLOCKING)
class ContractController {
  private final Desk desk;
  private final Bodies bodies;
  private final Requests requests;
  private final World world;
  private final Contracts contracts;
  private final Milestones milestones;

  ContractController(
      Desk desk,
      Bodies bodies,
      Requests requests,
      World world,
      Contracts contracts,
      Milestones milestones) {
    this.desk = desk;
    this.bodies = bodies;
    this.requests = requests;
    this.world = world;
    this.contracts = contracts;
    this.milestones = milestones;
  }

  @Get
  HttpResponse<Object> list(HttpRequest<?> request) {
    return desk.serve(request, Gate.READ_CONTRACTS, caller -> list(caller, new Query(request)));
  }

  @Get("/{contractId}")
  HttpResponse<Object> read(HttpRequest<?> request, String contractId) {
    return desk.serve(
        request,
        Gate.READ_CONTRACTS,
        caller ->
            Answer.ok(new ContractJson.One(ContractJson.full(contracts.see(caller, contractId)))));
  }

  @Post("/{contractId}/milestones")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> createMilestone(HttpRequest<byte[]> request, String contractId) {
    return desk.serve(
        request,
        Gate.CREATE_MILESTONE,
        caller -> {
          MilestoneOrder order = Orders.milestone(bodies.read(request));
          return Answer.created(
              new MilestoneJson.One(
                  MilestoneJson.of(milestones.create(contracts.see(caller, contractId), order))));
        });
  }

  @Post("/{contractId}/end")
  @Consumes(MediaType.ALL)
  HttpResponse<Object> end(HttpRequest<?> request, String contractId) {
    return desk.serve(
        request,
        Gate.END_CONTRACT,
        caller ->
            contracts
                .requestEnd(caller, contractId)
                .map(requests::accepted)
                .orElseGet(() -> Answer.ok(new ContractJson.Ended(true, contractId, "ended"))));
  }

  private Answer list(Caller caller, Query query) {
    String status = query.word("status", List.of("active", "ended"));
    String jobId = query.text("jobId");
    if (jobId != null) {
      JobAccess.require(world, caller, jobId);
    }
    return Answer.ok(
        new ContractJson.All(
            world
                .contracts
                .newestFirst()
                .filter(contract -> caller.owns(contract.accountId()))
                .filter(contract -> jobId == null || contract.jobId().equals(jobId))
                .filter(contract -> status == null || contract.active() == status.equals("active"))
                .map(ContractJson::listed)
                .toList()));
  }
}
