package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.BondOutcome;
import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Vote;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Counts votes: one agent, one vote, whatever bond it posted. */
final class Tally {
  private Tally() {}

  /**
   * What the vote says of each criterion: the word that more than half of the votes cast have, and
   * unclear where there is none (assumed).
   */
  static List<Criterion> outcomes(int criteria, List<Vote> votes) {
    return IntStream.range(0, criteria)
        .mapToObj(
            index ->
                outcome(votes.stream().filter(vote -> vote.criterionIndex() == index).toList()))
        .toList();
  }

  /** The vote with what it was worth. */
  static Vote scored(Vote vote, Criterion majority, ProtocolParameters parameters) {
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
