package dev.tenure.sandbox.opencontract.model;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import java.time.Instant;

/**
 * What a Worker reports of the receipts from one number to another (third revision). None of it is
 * verified; the lengths are assumed.
 *
 * @param fromSequence the first receipt that it covers; the first of all is 1
 * @param checkpointedAt by the Worker's own clock
 */
@Serdeable
public record CheckpointReport(
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
   * With its time in UTC.
   *
   * @throws InvalidRequest naming the field that does not fit the others
   */
  public CheckpointReport checked() {
    InvalidRequest.require(
        toSequence >= fromSequence, "toSequence", "must not be below fromSequence");
    InvalidRequest.require(data.isObject(), "data", "must be an object");
    return new CheckpointReport(
        fromSequence,
        toSequence,
        merkleRoot,
        lastReceiptHash,
        teeMeasurement,
        teeSignature,
        time().toString(),
        data);
  }

  /** By the Worker's own clock. */
  public Instant time() {
    return requireNonNull(IsoTime.of("checkpointedAt", checkpointedAt));
  }
}
