package dev.tenure.journal.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit list to read; what is absent does not matter.
 *
 * @param actor the name of a key
 * @param since only entries of this moment or later
 * @param before only entries older than the one of this id
 */
public record AuditQuery(
    @Nullable String hireId,
    @Nullable String actor,
    @Nullable Instant since,
    @Nullable Long before,
    int limit) {

  /** The page that follows an entry. */
  public AuditQuery after(long id) {
    return new AuditQuery(hireId, actor, since, id, limit);
  }
}
