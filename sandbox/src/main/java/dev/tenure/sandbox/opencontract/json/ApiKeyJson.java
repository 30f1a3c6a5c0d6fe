package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.ApiKey;
import dev.tenure.sandbox.opencontract.model.Challenge;
import dev.tenure.sandbox.opencontract.rules.ApiKeys;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A key in the list of an agent's keys. */
@Serdeable
public record ApiKeyJson(
    String id, @Nullable String label, WireTime createdAt, @Nullable WireTime revokedAt) {

  /** What has to be signed. */
  @Serdeable
  public record ToSign(String challengeId, String message) {
    public static ToSign of(Challenge challenge) {
      return new ToSign(challenge.id(), challenge.message());
    }
  }

  /** A key as it is shown once. */
  @Serdeable
  public record Issued(String address, String apiKey, String keyId, @Nullable String label) {
    public static Issued of(ApiKeys.Issued issued) {
      return new Issued(
          issued.key().address(), issued.secret(), issued.key().id(), issued.key().label());
    }
  }

  /** How many keys were taken back. */
  @Serdeable
  public record Revoked(String address, int revokedCount) {}

  public static ApiKeyJson of(ApiKey key) {
    return new ApiKeyJson(
        key.id(), key.label(), new WireTime(key.createdAt()), WireTime.maybe(key.revokedAt()));
  }
}
