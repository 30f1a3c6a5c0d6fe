package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Proposal;
import io.micronaut.serde.annotation.Serdeable;

/** {@code {"freelancer": …}}: a public profile (its shape is assumed to be the candidate's). */
@Serdeable
public record FreelancerJson(CandidateJson freelancer) {

  public static FreelancerJson of(Proposal proposal) {
    return new FreelancerJson(
        CandidateJson.of(proposal.candidate(), CandidateJson.Scores.of(proposal)));
  }
}
