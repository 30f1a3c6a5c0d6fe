package dev.tenure.journal.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the journal keeps it; its secret is known to nobody but its holder.
 *
 * @param id of the key; part of its secret, so that a key in a log can be recognised and revoked
 * @param name who it is, in events and in the audit list
 * @param scopes what it may do, by their wire names
 * @param accounts the accounts whose hires it may see and command; null for all
 * @param createdBy the name of the key or session that made it
 * @param expiresAt from when on it is not taken any more
 * @param lastUsedAt when it was last used, to the minute
 */
public record ApiKeyRecord(
    String id,
    String name,
    List<String> scopes,
    @Nullable List<String> accounts,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable Instant lastUsedAt) {

  public ApiKeyRecord {
    scopes = List.copyOf(scopes);
    accounts = accounts == null ? null : List.copyOf(accounts);
  }

  /** Whether it is taken at a moment: neither revoked nor expired. */
  public boolean valid(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
