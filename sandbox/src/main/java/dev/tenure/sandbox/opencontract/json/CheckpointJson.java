package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.Checkpoint;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A checkpoint as it was reported. */
@Serdeable
public record CheckpointJson(
    String id,
    String contractId,
    long fromSequence,
    long toSequence,
    String merkleRoot,
    String lastReceiptHash,
    String teeMeasurement,
    String teeSignature,
    @Schema(type = "string", format = "date-time") String checkpointedAt,
    @Schema(implementation = Object.class) JsonNode data,
    WireTime createdAt) {

  public static CheckpointJson of(Checkpoint checkpoint) {
    return new CheckpointJson(
        checkpoint.id(),
        checkpoint.contractId(),
        checkpoint.fromSequence(),
        checkpoint.toSequence(),
        checkpoint.merkleRoot(),
        checkpoint.lastReceiptHash(),
        checkpoint.teeMeasurement(),
        checkpoint.teeSignature(),
        checkpoint.checkpointedAt().toString(),
        checkpoint.data(),
        new WireTime(checkpoint.createdAt()));
  }
}
