package dev.tenure.activities.opencontract.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** An API key of the caller, without the key itself; revoked ones are listed too. */
@Serdeable
public record ListedKeyJson(
    @Nullable String id,
    @Nullable String label,
    @Nullable String createdAt,
    @Nullable String revokedAt) {}
