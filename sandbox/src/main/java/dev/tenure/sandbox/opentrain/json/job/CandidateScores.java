package dev.tenure.sandbox.opentrain.json.job;

import dev.tenure.sandbox.opentrain.model.job.Proposal;
import java.math.BigDecimal;

/** Believable numbers about a trainer, the same for the same proposal every time. */
record CandidateScores(int interview, BigDecimal match, int earningsUsd, int reviews) {

  static CandidateScores of(Proposal proposal) {
    int seed = Math.floorMod(proposal.candidate().userId().hashCode(), 1_000);
    return new CandidateScores(
        70 + seed % 29, BigDecimal.valueOf(60 + seed % 39, 2), 400 + seed * 13, seed % 40);
  }
}
