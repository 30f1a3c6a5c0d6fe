package dev.tenure.sandbox.opentrain.model.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A personal API token, found by its secret.
 *
 * @param lastUsedAt to the minute
 * @param owner it belongs to the account's owner, who sees every approval of the account
 */
@Serdeable
public record AccessToken(
    String id,
    String secret,
    String accountId,
    String label,
    boolean owner,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  public boolean usable(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** A write scope satisfies the read scope of the same name. */
  public boolean grants(String scope) {
    return scopes.contains(scope)
        || (scope.endsWith(":read")
            && scopes.contains(scope.substring(0, scope.length() - 5) + ":write"));
  }

  public AccessToken scoped(List<String> others) {
    return with(List.copyOf(others), revokedAt, lastUsedAt);
  }

  public AccessToken revoked(Instant now) {
    return with(scopes, now, lastUsedAt);
  }

  public AccessToken used(Instant now) {
    return with(scopes, revokedAt, now);
  }

  private AccessToken with(List<String> all, @Nullable Instant revoked, @Nullable Instant used) {
    return new AccessToken(
        id, secret, accountId, label, owner, all, createdAt, expiresAt, revoked, used);
  }
}
