package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An approval as every answer carries it. A hire's contract stands in its result only. */
@Serdeable
public record ApprovalJson(
    String id,
    Approval.Type type,
    Approval.Status status,
    @Nullable String contractId,
    @Nullable String milestoneId,
    String jobId,
    @Nullable String proposalId,
    String approvalUrl,
    Instant expiresAt,
    @Nullable Instant resolvedAt,
    @Nullable Map<String, Object> result,
    Instant createdAt) {

  /** {@code {"approval": …}}. */
  @Serdeable
  public record One(ApprovalJson approval) {}

  /** The 202 of a request that a person has to confirm. */
  @Serdeable
  public record Requested(ApprovalJson approval, String message) {}

  public static ApprovalJson of(Approval approval, String url) {
    return new ApprovalJson(
        approval.id(),
        approval.type(),
        approval.status(),
        approval.contractId(),
        approval.milestoneId(),
        approval.jobId(),
        approval.proposalId(),
        url,
        approval.expiresAt(),
        approval.resolvedAt(),
        approval.result(),
        approval.createdAt());
  }

  /** As it read before it was decided. */
  public ApprovalJson stillPending() {
    return new ApprovalJson(
        id,
        type,
        Approval.Status.PENDING,
        contractId,
        milestoneId,
        jobId,
        proposalId,
        approvalUrl,
        expiresAt,
        null,
        null,
        createdAt);
  }

  public Requested requested() {
    return new Requested(
        this,
        switch (type) {
          case PROPOSAL_HIRE ->
              "Hire request recorded. A signed-in human must confirm this approval in the OpenTrain"
                  + " app before the freelancer is hired and any money moves.";
          case CONTRACT_END ->
              "A signed-in human must confirm ending the contract in the OpenTrain app.";
          case MILESTONE_FUND, MILESTONE_APPROVE ->
              "A human must confirm this request before any money moves. Share the approvalUrl.";
        });
  }
}
