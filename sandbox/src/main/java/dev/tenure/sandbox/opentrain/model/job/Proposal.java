package dev.tenure.sandbox.opentrain.model.job;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A trainer's offer to work on a job. */
@Serdeable
public record Proposal(
    String id,
    String accountId,
    String jobId,
    Candidate candidate,
    ProposalStatus status,
    @Nullable BigDecimal rateUsd,
    Instant createdAt,
    Instant updatedAt,
    @Nullable String contractId) {

  /** One that nobody has reviewed yet. */
  public static Proposal fresh(
      String id, Job job, Candidate candidate, @Nullable BigDecimal rateUsd, Instant now) {
    return new Proposal(
        id,
        job.accountId(),
        job.id(),
        candidate,
        ProposalStatus.UNREVIEWED,
        rateUsd,
        now,
        now,
        null);
  }

  public Proposal hired(String contract, Instant now) {
    return new Proposal(
        id, accountId, jobId, candidate, ProposalStatus.HIRED, rateUsd, createdAt, now, contract);
  }
}
