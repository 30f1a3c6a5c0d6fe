package dev.tenure.sandbox.opentrain.json.job;

import dev.tenure.sandbox.opentrain.model.job.Candidate;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A trainer on a proposal: never more than a first name and an initial. */
@Serdeable
public record CandidateJson(
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

  static CandidateJson of(Candidate candidate, CandidateScores scores) {
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
