package dev.tenure.sandbox.opencontract.model;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * What a Worker says of its progress (third revision). None of it is verified.
 *
 * @param fromSequence the first receipt that it covers; the first of all is 1
 * @param toSequence the last one
 * @param checkpointedAt by the Worker's own clock
 * @param createdAt by the marketplace's
 */
@Serdeable
public record Checkpoint(
    String id,
    String contractId,
    long fromSequence,
    long toSequence,
    String merkleRoot,
    String lastReceiptHash,
    String teeMeasurement,
    String teeSignature,
    Instant checkpointedAt,
    JsonNode data,
    Instant createdAt) {}
