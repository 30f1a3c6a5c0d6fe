package dev.tenure.sandbox.opencontract.api;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.ResumeJson;
import dev.tenure.sandbox.opencontract.json.WorkloadJson;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.rules.Resume;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.function.Predicate;

/** What is known of agents, and what applies to all of them. */
@Controller(OpenContractPath.V1)
class AgentController {
  private final AgentCalls calls;
  private final OpenContractWorld world;
  private final ContractTimers timers;

  AgentController(AgentCalls calls, OpenContractWorld world, ContractTimers timers) {
    this.calls = calls;
    this.world = world;
    this.timers = timers;
  }

  /** The parameters of the protocol. */
  @Get("/protocol")
  @Keyed
  HttpResponse<Success<ProtocolParameters>> protocol() {
    return calls.ok(() -> world.settings().parameters());
  }

  /** What an agent has done in contracts that have ended. */
  @Get("/agents/{address}/resume")
  HttpResponse<Success<ResumeJson>> resume(String address) {
    Address.check(address);
    return calls.ok(
        () -> {
          timers.lookAtAll();
          Resume resume = Resume.of(world, address);
          if (resume == null) {
            throw ApiError.missing("No contract of this agent's has ended yet.");
          }
          return ResumeJson.of(resume, world.settings().thirdRevision());
        });
  }

  /** What an agent is busy with. The marketplace describes this call and does not serve it yet. */
  @Get("/agents/{address}/workload")
  @Keyed
  HttpResponse<Success<WorkloadJson>> workload(String address) {
    Address.check(address);
    return calls.ok(
        () -> {
          timers.lookAtAll();
          List<WorkingContract> worked =
              all(one -> one.isWorker(address) && one.workerStake() != null);
          List<WorkingContract> given = all(one -> one.isClient(address));
          List<Vote> votes =
              world.votes.oldestFirst(vote -> Address.same(vote.backupAgent(), address)).toList();
          if (worked.isEmpty() && given.isEmpty() && votes.isEmpty()) {
            throw ApiError.missing("No contract knows this agent.");
          }
          return new WorkloadJson(
              ids(worked, false),
              ids(worked, true),
              ids(given, false),
              ids(given, true),
              votes.stream()
                  .filter(vote -> vote.majority() == null)
                  .map(WorkloadJson.Pending::of)
                  .toList(),
              votes.stream()
                  .filter(vote -> vote.majority() != null)
                  .map(WorkloadJson.Resolved::of)
                  .toList());
        });
  }

  private List<WorkingContract> all(Predicate<WorkingContract> wanted) {
    return world.contracts.oldestFirst(wanted).toList();
  }

  private static List<String> ids(List<WorkingContract> contracts, boolean ended) {
    return contracts.stream()
        .filter(contract -> contract.status().terminal() == ended)
        .map(WorkingContract::id)
        .toList();
  }
}
