package dev.tenure.sandbox.opentrain.model.contract;

import dev.tenure.sandbox.http.EnumWord;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that only a signed-in person can decide.
 *
 * @param tokenId the token that asked
 * @param terms the milestone asked for, on a hire
 * @param ordinal how many were asked for before it about the same thing
 * @param repeatedBy other tokens that asked for the same while it was pending
 * @param result the evidence of what was carried out, once confirmed
 */
@Serdeable
public record Approval(
    String id,
    Type type,
    Status status,
    String accountId,
    String tokenId,
    String jobId,
    @Nullable String proposalId,
    @Nullable String contractId,
    @Nullable String milestoneId,
    @Nullable Terms terms,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant resolvedAt,
    @Nullable Map<String, Object> result,
    int ordinal,
    @Nullable Set<String> repeatedBy) {

  /** What a person is asked to approve. */
  public enum Type implements EnumWord {
    PROPOSAL_HIRE,
    MILESTONE_FUND,
    MILESTONE_APPROVE,
    CONTRACT_END
  }

  /** All but the first are final. */
  public enum Status implements EnumWord {
    PENDING,
    CONFIRMED,
    DECLINED,
    EXPIRED
  }

  public boolean pending() {
    return status == Status.PENDING;
  }

  /** A pending one past its window; it flips when it is next looked at. */
  public boolean overdue(Instant now) {
    return pending() && !now.isBefore(expiresAt);
  }

  /** The one thing that it is about. */
  public String subject() {
    String subject =
        switch (type) {
          case PROPOSAL_HIRE -> proposalId;
          case MILESTONE_FUND, MILESTONE_APPROVE -> milestoneId;
          case CONTRACT_END -> contractId;
        };
    return subject == null ? "" : subject;
  }

  public Approval finished(Status end, Instant now, @Nullable Map<String, Object> evidence) {
    return with(end, now, evidence, repeatedBy);
  }

  /** This token asked for it, be it after another one. */
  public boolean askedBy(String token) {
    return tokenId.equals(token) || (repeatedBy != null && repeatedBy.contains(token));
  }

  /** Another token asks for the same. */
  public Approval alsoAskedBy(String token) {
    Set<String> all = new HashSet<>(repeatedBy == null ? Set.of() : repeatedBy);
    all.add(token);
    return with(status, resolvedAt, result, Set.copyOf(all));
  }

  private Approval with(
      Status now,
      @Nullable Instant at,
      @Nullable Map<String, Object> evidence,
      @Nullable Set<String> others) {
    return new Approval(
        id,
        type,
        now,
        accountId,
        tokenId,
        jobId,
        proposalId,
        contractId,
        milestoneId,
        terms,
        createdAt,
        expiresAt,
        at,
        evidence,
        ordinal,
        others);
  }
}
