package dev.tenure.sandbox.opencontract.request;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.opencontract.model.Checkpoint;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import java.time.Instant;

/** What a Worker reports of the receipts from one number to another; the lengths are assumed. */
@Serdeable
public record CheckpointRequest(
    @Required @Min(1) Long fromSequence,
    @Required @Min(1) Long toSequence,
    @Said @Text String merkleRoot,
    @Said @Text String lastReceiptHash,
    @Said @Text String teeMeasurement,
    @Said @Text String teeSignature,
    @Required @Date String checkpointedAt,
    @Required @Schema(implementation = Object.class) JsonNode data)
    implements RequestBody {
  /**
   * What no constraint of one field can say.
   *
   * @throws InvalidRequest naming the field
   */
  public CheckpointRequest checked() {
    InvalidRequest.require(
        toSequence >= fromSequence, "toSequence", "must not be below fromSequence");
    InvalidRequest.require(data.isObject(), "data", "must be an object");
    time();
    return this;
  }

  /** By the Worker's own clock. */
  public Instant time() {
    return requireNonNull(IsoTime.of("checkpointedAt", checkpointedAt));
  }

  public Checkpoint toCheckpoint(String contractId, String id, Instant createdAt) {
    return new Checkpoint(
        id,
        contractId,
        fromSequence,
        toSequence,
        merkleRoot,
        lastReceiptHash,
        teeMeasurement,
        teeSignature,
        time(),
        data,
        createdAt);
  }
}
