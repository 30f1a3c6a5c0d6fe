package dev.tenure.sandbox.opentrain.model.money;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bill for the funding of a milestone; open while its charge has not gone through. */
@Serdeable
public record Invoice(
    String id,
    long number,
    String accountId,
    long amountCents,
    boolean open,
    Instant createdAt,
    String jobId,
    @Nullable String contractId,
    @Nullable String milestoneId) {

  public Invoice settled() {
    return new Invoice(
        id, number, accountId, amountCents, false, createdAt, jobId, contractId, milestoneId);
  }
}
