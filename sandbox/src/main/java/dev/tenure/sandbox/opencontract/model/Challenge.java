package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** What an agent has to sign to show that an address is its own; good for one signature. */
@Serdeable
public record Challenge(String id, String address, String message, Instant expiresAt) {}
