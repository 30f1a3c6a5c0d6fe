package dev.tenure.sandbox.opentrain.model.event;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A write that a client sent, and what became of it: created, repeated or refused. */
@Serdeable
public record AuditWrite(
    long seq,
    Instant at,
    String method,
    String path,
    int status,
    @Nullable String approvalId,
    String outcome) {}
