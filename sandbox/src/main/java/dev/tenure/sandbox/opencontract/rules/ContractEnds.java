package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** How a contract comes to its end, by a call or by time; from then on its payout is due. */
@Singleton
class ContractEnds {
  private final OpenContractWorld world;

  ContractEnds(OpenContractWorld world) {
    this.world = world;
  }

  /** Ends a contract that was never worked on to its end; its refund trails behind. */
  WorkingContract cancelled(WorkingContract contract, ContractStatus how, Instant at) {
    return contract.cancelled(how, at, payout(at));
  }

  /** What an approval does, and what silence does. */
  WorkingContract approved(WorkingContract contract, Instant at) {
    return contract.resolved(
        Collections.nCopies(contract.criteria(), Criterion.MET), at, payout(at));
  }

  /** Counts the votes. */
  WorkingContract tallied(WorkingContract contract, Instant at) {
    List<Vote> votes = world.votesOn(contract).toList();
    List<Criterion> outcomes = Tally.outcomes(contract.criteria(), votes);
    for (Vote vote : votes) {
      world.votes.put(
          vote.key(),
          Tally.scored(vote, outcomes.get(vote.criterionIndex()), world.settings().parameters()));
    }
    return contract.resolved(outcomes, at, payout(at));
  }

  private Instant payout(Instant end) {
    return end.plusMillis(world.settings().reviewersMs());
  }
}
