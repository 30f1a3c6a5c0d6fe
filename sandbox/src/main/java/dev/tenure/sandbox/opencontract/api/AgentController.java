package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.ApiKeyJson;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.ResumeJson;
import dev.tenure.sandbox.opencontract.json.WorkloadJson;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.request.KeyRequest;
import dev.tenure.sandbox.opencontract.rules.ApiError;
import dev.tenure.sandbox.opencontract.rules.ApiKeys;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.rules.Resume;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is known of agents, what applies to all of them, and the keys that one gets by showing with
 * a signature that an address is its own.
 */
@Controller(OpenContractPath.V1)
@Consumes(MediaType.ALL)
record AgentController(
    AgentCalls calls, OpenContractWorld world, ContractTimers timers, ApiKeys keys) {

  /** The parameters of the protocol. */
  @Get("/protocol")
  @Keyed
  Success<ProtocolParameters> protocol() {
    return calls.free(() -> world.settings().parameters());
  }

  /** What an agent has done in contracts that have ended. */
  @Get("/agents/{address}/resume")
  Success<ResumeJson> resume(String address) {
    Address.check(address);
    return calls.free(
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
  Success<WorkloadJson> workload(String address) {
    Address.check(address);
    return calls.free(
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
                  .filter(vote -> vote.majorityOutcome() == null)
                  .map(WorkloadJson.Pending::of)
                  .toList(),
              votes.stream()
                  .filter(vote -> vote.majorityOutcome() != null)
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

  /** A message to sign within five minutes. */
  @Post("/agents/{address}/challenge")
  Success<ApiKeyJson.ToSign> challenge(String address) {
    Address.check(address);
    return calls.free(() -> ApiKeyJson.ToSign.of(keys.challenge(address)));
  }

  /** A new key, which is shown this once. */
  @Post("/agents/{address}/api-key")
  @Status(HttpStatus.CREATED)
  Success<ApiKeyJson.Issued> issue(String address, @Body KeyRequest request) {
    prove(address, request);
    return calls.free(() -> ApiKeyJson.Issued.of(keys.issue(address, request.label())));
  }

  /** The caller's keys. */
  @Get("/agents/me/api-keys")
  @Keyed
  Success<List<ApiKeyJson>> list(HttpRequest<?> request) {
    return calls.free(() -> keys.of(caller(request)).stream().map(ApiKeyJson::of).toList());
  }

  /** Takes a key back, or all; a signature is needed, a key is not. */
  @Post("/agents/{address}/api-key/revoke")
  Success<ApiKeyJson.Revoked> revoke(String address, @Body KeyRequest request) {
    prove(address, request);
    return calls.free(
        () -> new ApiKeyJson.Revoked(Address.key(address), keys.revoke(address, request.keyId())));
  }

  private void prove(String address, KeyRequest request) {
    Address.check(address);
    // Told after the transaction, so that the challenge that was used up stays so.
    ApiError objection =
        world.transact(() -> keys.objection(address, request.challengeId(), request.signature()));
    if (objection != null) {
      throw objection;
    }
  }
}
