package dev.tenure.sandbox.opencontract.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a Worker has said of its progress.
 *
 * @param createdAt by the marketplace's clock
 */
@Serdeable
public record Checkpoint(
    String id, String contractId, @JsonUnwrapped CheckpointReport report, Instant createdAt) {}
