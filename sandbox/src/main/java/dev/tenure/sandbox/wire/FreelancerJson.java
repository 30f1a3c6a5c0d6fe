package dev.tenure.sandbox.wire;

import dev.tenure.sandbox.world.Proposal;
import io.micronaut.serde.annotation.Serdeable;

/** {@code {"freelancer": …}}: a public profile (its shape is assumed to be the candidate's). */
@Serdeable
public record FreelancerJson(CandidateJson freelancer) {

  public static FreelancerJson of(Proposal proposal) {
    return new FreelancerJson(CandidateJson.of(proposal.candidate(), Scores.of(proposal)));
  }
}
