package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of an agent's; of the key itself only a hash is kept.
 *
 * @param address in small letters
 */
@Serdeable
public record ApiKey(
    String id,
    String address,
    String hash,
    @Nullable String label,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  public boolean active() {
    return revokedAt == null;
  }

  public ApiKey revoked(Instant at) {
    return new ApiKey(id, address, hash, label, createdAt, at);
  }
}
