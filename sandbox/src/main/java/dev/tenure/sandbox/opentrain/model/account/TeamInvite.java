package dev.tenure.sandbox.opentrain.model.account;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Somebody asked to join an account's team. */
@Serdeable
public record TeamInvite(
    String id, String accountId, String email, Instant createdAt, Instant expiresAt) {}
