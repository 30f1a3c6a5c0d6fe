package dev.tenure.api.keys;

import dev.tenure.api.access.ApiKeySecret;
import dev.tenure.journal.access.ApiKeyRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API key, without its secret.
 *
 * @param name who it is, in events and in the audit list
 * @param scopes what it may do
 * @param accounts the accounts whose hires it may see and command; null for all
 * @param active whether it is taken now: neither revoked nor expired
 * @param createdBy the name of the key that made it
 * @param lastUsedAt when it was last used, to the minute
 */
@Serdeable
@Schema(name = "ApiKey")
public record ApiKeyJson(
    @Schema(example = "key_0a1b2c3d4e5f6071") String id,
    String name,
    List<String> scopes,
    @Nullable List<String> accounts,
    boolean active,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy,
    @Nullable Instant lastUsedAt) {

  static ApiKeyJson of(ApiKeyRecord key, Instant now) {
    return new ApiKeyJson(
        key.id(),
        key.name(),
        key.scopes(),
        key.accounts(),
        key.valid(now),
        key.createdAt(),
        key.createdBy(),
        key.expiresAt(),
        key.revokedAt(),
        key.revokedBy(),
        key.lastUsedAt());
  }

  /**
   * What came of a request that makes a key.
   *
   * @param secret what its holder sends as {@code Authorization: Bearer …}; it is told once, and so
   *     null where the same request is repeated
   * @param note why there is no secret, and what to do where it was lost; null beside a secret
   */
  @Serdeable
  @Schema(name = "CreatedApiKey")
  public record Created(ApiKeyJson key, @Nullable String secret, @Nullable String note) {

    static Created of(ApiKeyJson key, ApiKeySecret secret) {
      return new Created(key, secret.text(), null);
    }

    static Created before(ApiKeyJson key) {
      String revoke =
          key.revokedAt() == null
              ? "revoke the key with DELETE /v1/api-keys/%s, and make".formatted(key.id())
              : "make";
      return new Created(
          key,
          null,
          ("This request made the key before. Its secret was told then, and is kept nowhere. Where"
                  + " that answer was lost, %s another one with an Idempotency-Key of its own.")
              .formatted(revoke));
    }

    /** Never the secret: answers end up in logs. */
    @Override
    public String toString() {
      return "Created[" + key.id() + "]";
    }
  }
}
