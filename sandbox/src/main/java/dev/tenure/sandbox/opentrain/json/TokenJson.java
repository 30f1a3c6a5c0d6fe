package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token without its secret; its last use is kept to the minute. */
@Serdeable
public record TokenJson(
    String id,
    String name,
    String preview,
    List<String> scopes,
    String status,
    @Nullable String organizationId,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  /** {@code {"token": …}}, after a revocation. */
  @Serdeable
  public record One(TokenJson token) {}

  /** {@code {"tokens": […]}}. */
  @Serdeable
  public record All(List<TokenJson> tokens) {}

  /** The only answer that carries the secret. */
  @Serdeable
  public record Made(String token, String tokenType, TokenJson metadata) {}

  public static TokenJson of(AccessToken token, Instant now) {
    return new TokenJson(
        token.id(),
        token.label(),
        token.secret().substring(0, Math.min(12, token.secret().length())) + "…",
        token.scopes(),
        token.revokedAt() != null ? "revoked" : token.usable(now) ? "active" : "expired",
        token.accountId(),
        token.createdAt(),
        token.lastUsedAt(),
        token.expiresAt(),
        token.revokedAt());
  }
}
