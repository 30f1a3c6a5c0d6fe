package dev.tenure.sandbox.opencontract.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tenure.sandbox.opencontract.model.Checkpoint;
import dev.tenure.sandbox.opencontract.model.CheckpointReport;
import io.micronaut.serde.annotation.Serdeable;

/** A checkpoint as it was reported. */
@Serdeable
public record CheckpointJson(
    String id, String contractId, @JsonUnwrapped CheckpointReport report, WireTime createdAt) {

  public static CheckpointJson of(Checkpoint checkpoint) {
    return new CheckpointJson(
        checkpoint.id(),
        checkpoint.contractId(),
        checkpoint.report(),
        new WireTime(checkpoint.createdAt()));
  }
}
