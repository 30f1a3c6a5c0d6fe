package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.request.VotesRequest;
import dev.tenure.sandbox.opencontract.rules.Ballots;
import dev.tenure.sandbox.opencontract.rules.WorkingContracts;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The votes of Backup Agents on a dispute; they can be read at once. */
@Controller(OpenContractPath.V1 + "/contracts/{contractId}/votes")
@Consumes(MediaType.ALL)
record VoteController(
    AgentCalls calls, OpenContractWorld world, WorkingContracts contracts, Ballots ballots) {

  /** Votes on every criterion at once. */
  @Post
  @Keyed
  HttpResponse<Success<List<Vote>>> cast(
      HttpRequest<?> request, String contractId, @Body VotesRequest ballot) {
    return calls.paid(
        request,
        payment ->
            ballots.cast(
                caller(request),
                contractId,
                ballot.words(contracts.read(contractId).criteria()),
                payment),
        UnaryOperator.identity());
  }

  /** The votes cast so far. */
  @Get
  Success<List<Vote>> list(
      String contractId,
      @QueryValue @Nullable Integer criterionIndex,
      @QueryValue @Nullable String backupAgent) {
    InvalidRequest.require(
        backupAgent == null || Address.fits(backupAgent), "backupAgent", Address.NO_ADDRESS);
    return calls.free(
        () -> {
          WorkingContract contract = contracts.read(contractId);
          InvalidRequest.require(
              criterionIndex == null
                  || !(criterionIndex < 0 || criterionIndex >= contract.criteria()),
              "criterionIndex",
              "must be from 0 to " + (contract.criteria() - 1));
          return world
              .votesOn(contract)
              .filter(vote -> criterionIndex == null || vote.criterionIndex() == criterionIndex)
              .filter(vote -> backupAgent == null || Address.same(vote.backupAgent(), backupAgent))
              .toList();
        });
  }
}
