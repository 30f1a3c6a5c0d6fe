package dev.tenure.journal.read;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which approvals to list; what is absent does not matter.
 *
 * @param after only approvals that come after this one in the order of the list
 */
public record ApprovalQuery(
    @Nullable ApprovalStatus status,
    @Nullable ApprovalKind kind,
    @Nullable String account,
    @Nullable String hireId,
    @Nullable Place after,
    int limit) {

  /** Of every kind and account. */
  public ApprovalQuery(
      @Nullable ApprovalStatus status, @Nullable String hireId, @Nullable Place after, int limit) {
    this(status, null, null, hireId, after, limit);
  }

  /** Where an approval stands in the list. */
  public record Place(Instant expiresAt, String id) {}
}
