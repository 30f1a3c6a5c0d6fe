package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Candidate;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trainer on a proposal: never more than a first name and an initial. */
@Serdeable
record CandidateJson(
    String id,
    @Nullable String profileSlug,
    String displayName,
    String firstName,
    String lastNameInitial,
    @Nullable String profileTitle,
    @Nullable String profilePhotoUrl,
    @Nullable String countryCode,
    @Nullable String country,
    String talentType,
    @Nullable Integer highestEarningsUsd,
    int reviewCount) {

  /** Believable numbers about a trainer, the same for the same proposal every time. */
  record Scores(int interview, BigDecimal match, int earningsUsd, int reviews) {

    static Scores of(Proposal proposal) {
      int seed = Math.floorMod(proposal.candidate().userId().hashCode(), 1_000);
      return new Scores(
          70 + seed % 29, BigDecimal.valueOf(60 + seed % 39, 2), 400 + seed * 13, seed % 40);
    }
  }

  static CandidateJson of(Candidate candidate, Scores scores) {
    return new CandidateJson(
        candidate.userId(),
        candidate.profileSlug(),
        candidate.displayName(),
        candidate.firstName(),
        candidate.lastNameInitial(),
        candidate.profileTitle(),
        null,
        candidate.countryCode(),
        candidate.country(),
        "FREELANCER",
        scores.earningsUsd(),
        scores.reviews());
  }
}
