package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that only a person can decide, with what became of it. */
public final class SimulatedApproval {
  private final String id;
  private final Subject subject;
  private final Instant createdAt;
  private final Instant expiresAt;
  private final List<Integer> askedBy = new ArrayList<>(1);
  private ApprovalStatus status = ApprovalStatus.PENDING;
  private @Nullable Instant resolvedAt;
  private ApprovalSnapshot snapshot;

  /**
   * What an approval is for; exactly the ids that its type carries are set.
   *
   * @param terms the milestone asked for, on a hire
   */
  record Subject(
      ApprovalKind kind,
      String jobId,
      @Nullable String proposalId,
      @Nullable String contractId,
      @Nullable String milestoneId,
      @Nullable MilestoneTerms terms) {

    static Subject hire(SimulatedProposal proposal, MilestoneTerms terms) {
      return new Subject(
          ApprovalKind.PROPOSAL_HIRE, proposal.jobId(), proposal.id(), null, null, terms);
    }

    static Subject milestone(ApprovalKind kind, SimulatedMilestone milestone) {
      SimulatedContract contract = milestone.contract();
      return new Subject(
          kind, contract.proposal().jobId(), null, contract.id(), milestone.id(), null);
    }

    static Subject end(SimulatedContract contract) {
      return new Subject(
          ApprovalKind.CONTRACT_END, contract.proposal().jobId(), null, contract.id(), null, null);
    }

    /** The one thing that it is about. */
    String id() {
      @Nullable String id =
          switch (kind) {
            case PROPOSAL_HIRE -> proposalId;
            case MILESTONE_FUND, MILESTONE_APPROVE -> milestoneId;
            case CONTRACT_END -> contractId;
            case MILESTONE_DISPUTE -> throw new AssertionError("OpenTrain knows no disputes");
          };
      return String.valueOf(id);
    }
  }

  SimulatedApproval(String id, Subject subject, Instant createdAt, Instant expiresAt) {
    this.id = id;
    this.subject = subject;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
    this.snapshot = snapshot(subject.contractId(), Map.of());
  }

  public String id() {
    return id;
  }

  public ApprovalKind kind() {
    return subject.kind();
  }

  /** The id of the proposal, the milestone or the contract that it is about. */
  public String subjectId() {
    return subject.id();
  }

  /** The milestone asked for, on a hire. */
  public @Nullable MilestoneTerms terms() {
    return subject.terms();
  }

  /** Pending, confirmed, declined or expired. */
  public ApprovalStatus status() {
    return status;
  }

  public boolean pending() {
    return status == ApprovalStatus.PENDING;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public @Nullable Instant resolvedAt() {
    return resolvedAt;
  }

  /** As the product's client reads it. */
  public ApprovalSnapshot snapshot() {
    return snapshot;
  }

  /** A pending one past its window; it flips when it is next looked at. */
  boolean overdue(Instant now) {
    return pending() && !now.isBefore(expiresAt);
  }

  /** Whether the token asked for it, be it after another one. */
  boolean askedBy(int token) {
    return askedBy.contains(token);
  }

  void asked(int token) {
    if (!askedBy.contains(token)) {
      askedBy.add(token);
    }
  }

  void finish(ApprovalStatus end, Map<String, String> result, Instant now) {
    status = end;
    resolvedAt = now;
    @Nullable String contractId = subject.contractId();
    snapshot = snapshot(contractId == null ? result.get("contractId") : contractId, result);
  }

  private ApprovalSnapshot snapshot(@Nullable String contractId, Map<String, String> result) {
    return new ApprovalSnapshot(
        id,
        subject.kind().wire(),
        status.wire(),
        contractId,
        subject.milestoneId(),
        subject.jobId(),
        subject.proposalId(),
        Assumed.ORIGIN + "/approvals/" + id,
        createdAt,
        expiresAt,
        resolvedAt,
        result);
  }
}
