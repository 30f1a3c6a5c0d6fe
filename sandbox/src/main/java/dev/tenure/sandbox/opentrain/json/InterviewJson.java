package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.job.Proposal;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** {@code {"interview": …}}: what the trainer was asked, oldest first. */
@Serdeable
public record InterviewJson(Interview interview) {

  /** The interview of one proposal. */
  @Serdeable
  public record Interview(
      String proposalId, String interviewId, int score, String summary, List<Line> messages) {}

  /** One turn of it. */
  @Serdeable
  public record Line(String id, String role, String content, Instant sentAt) {}

  public static InterviewJson of(Proposal proposal) {
    Instant at = proposal.createdAt();
    String id = "int_" + proposal.id();
    return new InterviewJson(
        new Interview(
            proposal.id(),
            id,
            CandidateJson.Scores.of(proposal).interview(),
            "Clear answers, careful with edge cases.",
            List.of(
                new Line(id + "_1", "interviewer", "How do you treat unclear cases?", at),
                new Line(
                    id + "_2",
                    "candidate",
                    "I flag them with a note and keep to the guidelines.",
                    at))));
  }
}
