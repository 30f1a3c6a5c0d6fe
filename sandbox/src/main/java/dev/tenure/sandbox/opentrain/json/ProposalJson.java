package dev.tenure.sandbox.opentrain.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.job.Job;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.job.ProposalStatus;
import dev.tenure.sandbox.opentrain.model.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A proposal as lists carry it. */
@Serdeable
public record ProposalJson(
    String id,
    String jobId,
    String jobTitle,
    Instant createdAt,
    Instant updatedAt,
    Status status,
    Bid bid,
    CandidateJson candidate,
    Metrics metrics) {

  /** The review's word, for machines and for people. */
  @Serdeable
  public record Status(ProposalStatus raw, String label) {
    static Status of(ProposalStatus status) {
      return new Status(status, status.label());
    }
  }

  /** What the trainer asks for. */
  @Serdeable
  public record Bid(
      @Nullable BigDecimal amountUsd,
      @Nullable String unit,
      @Nullable BigDecimal labelerHourlyRateUsd) {}

  /** Scores on scales that the marketplace does not promise. */
  @Serdeable
  public record Metrics(@Nullable Integer interviewScore, @Nullable BigDecimal matchScore) {}

  /** A page of a job's proposals. */
  @Serdeable
  public record Page(List<ProposalJson> proposals, @Nullable String nextCursor) {}

  /** {@code {"proposal": …}}. */
  @Serdeable
  public record One(Full proposal) {}

  /** A proposal read by itself: the listed fields and more. */
  @Serdeable
  public record Full(
      @JsonUnwrapped ProposalJson listed,
      AiInterview aiInterview,
      Verification verification,
      @Nullable String openLabel,
      @Nullable HiredAs contract) {}

  /** What the interview came to. */
  @Serdeable
  public record AiInterview(
      @Nullable Integer score, @Nullable String summary, boolean transcriptAvailable) {}

  /** What was checked about the trainer. */
  @Serdeable
  public record Verification(Location location, Identity identity) {
    @Serdeable
    record Location(String status, String method, Instant checkedAt) {}

    @Serdeable
    record Identity(boolean verified) {}
  }

  /** The contract that the proposal became (its shape is assumed). */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record HiredAs(String id, String status) {}

  public static ProposalJson of(Proposal proposal, Job job) {
    CandidateJson.Scores scores = CandidateJson.Scores.of(proposal);
    return new ProposalJson(
        proposal.id(),
        proposal.jobId(),
        job.title(),
        proposal.createdAt(),
        proposal.updatedAt(),
        Status.of(proposal.status()),
        new Bid(
            proposal.rateUsd() == null ? null : Money.plain(proposal.rateUsd()),
            job.paymentType().unit(),
            null),
        CandidateJson.of(proposal.candidate(), scores),
        new Metrics(scores.interview(), scores.match()));
  }

  public static One full(Proposal proposal, Job job, @Nullable Contract contract) {
    ProposalJson base = of(proposal, job);
    return new One(
        new Full(
            base,
            new AiInterview(
                base.metrics().interviewScore(), "Clear answers, careful with edge cases.", true),
            new Verification(
                new Verification.Location("PASSED", "GPS", base.createdAt()),
                new Verification.Identity(true)),
            null,
            contract == null
                ? null
                : new HiredAs(contract.id(), contract.active() ? "active" : "ended")));
  }
}
