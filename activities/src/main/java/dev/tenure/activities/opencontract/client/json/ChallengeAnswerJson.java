package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Body of the calls that issue and revoke an API key.
 *
 * @param signature of the challenge's message, by EIP-191
 * @param label of the key to issue
 * @param keyId of the key to revoke; without it all of them
 */
@Serdeable
public record ChallengeAnswerJson(
    String challengeId, String signature, @Nullable String label, @Nullable String keyId) {}
