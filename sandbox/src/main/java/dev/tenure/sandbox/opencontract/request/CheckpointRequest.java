package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opencontract.model.Checkpoint;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;

/** What a Worker reports of the receipts from one number to another; the lengths are assumed. */
@Serdeable
public record CheckpointRequest(
    @NotNull(message = REQUIRED) @Min(1) Long fromSequence,
    @NotNull(message = REQUIRED) @Min(1) Long toSequence,
    @NotNull(message = REQUIRED)
        @Pattern(regexp = Texts.SAID, message = REQUIRED)
        @Size(max = LONGEST)
        String merkleRoot,
    @NotNull(message = REQUIRED)
        @Pattern(regexp = Texts.SAID, message = REQUIRED)
        @Size(max = LONGEST)
        String lastReceiptHash,
    @NotNull(message = REQUIRED)
        @Pattern(regexp = Texts.SAID, message = REQUIRED)
        @Size(max = LONGEST)
        String teeMeasurement,
    @NotNull(message = REQUIRED)
        @Pattern(regexp = Texts.SAID, message = REQUIRED)
        @Size(max = LONGEST)
        String teeSignature,
    @NotNull(message = REQUIRED) @Pattern(regexp = IsoTime.SHAPE, message = NO_TIME)
        String checkpointedAt,
    @NotNull(message = REQUIRED) @Schema(implementation = Object.class) JsonNode data)
    implements RequestBody {
  private static final String REQUIRED = "is required";
  private static final String NO_TIME = "must be an ISO 8601 time";
  private static final int LONGEST = 10_000;

  /**
   * What no constraint of one field can say.
   *
   * @throws InvalidRequest naming the field
   */
  public CheckpointRequest checked() {
    if (toSequence < fromSequence) {
      throw InvalidRequest.field("toSequence", "must not be below fromSequence");
    }
    if (!data.isObject()) {
      throw InvalidRequest.field("data", "must be an object");
    }
    time();
    return this;
  }

  /** By the Worker's own clock. */
  public Instant time() {
    try {
      return IsoTime.parse(checkpointedAt);
    } catch (DateTimeException e) {
      throw InvalidRequest.field("checkpointedAt", NO_TIME);
    }
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
