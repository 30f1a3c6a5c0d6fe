package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.Criterion;
import dev.tenure.sandbox.opencontract.model.Vote;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;

/** What an agent is busy with and what it has done, by the ids of contracts. */
@Serdeable
public record WorkloadJson(
    List<String> activeAsWorker,
    List<String> completedAsWorker,
    List<String> activeAsClient,
    List<String> completedAsClient,
    List<Pending> pendingBaVotes,
    List<Resolved> resolvedBaVotes) {

  /** A vote that is not counted yet. */
  @Serdeable
  public record Pending(String contractId, int criterionIndex) {
    public static Pending of(Vote vote) {
      return new Pending(vote.contractId(), vote.criterionIndex());
    }
  }

  /** A vote that is counted. */
  @Serdeable
  public record Resolved(
      String contractId, int criterionIndex, Criterion vote, Criterion majorityOutcome) {
    public static Resolved of(Vote vote) {
      return new Resolved(
          vote.contractId(),
          vote.criterionIndex(),
          vote.vote(),
          Objects.requireNonNull(vote.majorityOutcome()));
    }
  }
}
