package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What was revoked. */
@Serdeable
public record RevocationJson(@Nullable String address, @Nullable Integer revokedCount) {}
