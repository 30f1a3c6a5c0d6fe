package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How a contract comes to its end, by a call or by time; from then on its payout is due. */
@Singleton
record ContractEnds(OpenContractWorld world) {

  /** Ends a contract that was never worked on to its end; its refund trails behind. */
  WorkingContract cancelled(WorkingContract contract, ContractStatus how, Instant at) {
    return contract.cancelled(how, at, payout(at));
  }

  /** What an approval does, and what silence does. */
  WorkingContract approved(WorkingContract contract, Instant at) {
    return contract.resolved(
        Collections.nCopies(contract.criteria(), Criterion.MET), at, payout(at));
  }

  /** Counts the votes: one agent, one vote, whatever bond it posted. */
  WorkingContract tallied(WorkingContract contract, Instant at) {
    List<Vote> votes = world.votesOn(contract).toList();
    List<Criterion> outcomes = outcomes(contract.criteria(), votes);
    for (Vote vote : votes) {
      world.votes.put(
          vote.key(),
          scored(vote, outcomes.get(vote.criterionIndex()), world.settings().parameters()));
    }
    return contract.resolved(outcomes, at, payout(at));
  }

  private Instant payout(Instant end) {
    return end.plusMillis(world.settings().reviewersMs());
  }

  /**
   * What the vote says of each criterion: the word that more than half of the votes cast have, and
   * unclear where there is none (assumed).
   */
  private static List<Criterion> outcomes(int criteria, List<Vote> votes) {
    return IntStream.range(0, criteria)
        .mapToObj(
            index ->
                outcome(votes.stream().filter(vote -> vote.criterionIndex() == index).toList()))
        .toList();
  }

  /** The vote with what it was worth. */
  private static Vote scored(Vote vote, Criterion majority, ProtocolParameters parameters) {
    boolean agrees = vote.vote() == majority;
    if (majority == Criterion.UNCLEAR) {
      return vote.counted(
          majority,
          BondOutcome.RETURNED,
          agrees ? parameters.tokenMintRewardReduced() : BigDecimal.ZERO);
    } else if (agrees) {
      return vote.counted(majority, BondOutcome.RETURNED, parameters.tokenMintRewardFull());
    }
    return vote.counted(
        majority,
        vote.vote() == Criterion.UNCLEAR ? BondOutcome.PARTIALLY_SLASHED : BondOutcome.SLASHED,
        BigDecimal.ZERO);
  }

  private static Criterion outcome(List<Vote> votes) {
    for (Criterion word : Criterion.values()) {
      if (2 * votes.stream().filter(vote -> vote.vote() == word).count() > votes.size()) {
        return word;
      }
    }
    return Criterion.UNCLEAR;
  }
}
