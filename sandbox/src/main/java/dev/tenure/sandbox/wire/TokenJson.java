package dev.tenure.sandbox.wire;

import dev.tenure.sandbox.world.AccessToken;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token without its secret. When it was last used is not kept. */
@Serdeable
public record TokenJson(
    String id,
    String name,
    String preview,
    List<String> scopes,
    String status,
    @Nullable String organizationId,
    String createdAt,
    @Nullable String lastUsedAt,
    @Nullable String expiresAt,
    @Nullable String revokedAt) {

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
        Iso.of(token.createdAt()),
        null,
        Iso.maybe(token.expiresAt()),
        Iso.maybe(token.revokedAt()));
  }
}
