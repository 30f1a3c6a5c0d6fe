package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to an address; valid for five minutes, once.
 *
 * @param message what the address signs, byte for byte
 */
@Serdeable
public record ChallengeJson(@Nullable String challengeId, @Nullable String message) {}
