package dev.tenure.sandbox.opentrain.model.money;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Credits that a person is asked to pay for. Past its end it flips when it is next looked at. */
@Serdeable
public record TopUp(
    String id,
    String accountId,
    long amountCents,
    Status status,
    Instant createdAt,
    @Nullable Instant completedAt,
    Instant expiresAt) {

  /** All but the first are final. */
  public enum Status {
    PENDING,
    COMPLETED,
    EXPIRED
  }

  public boolean overdue(Instant now) {
    return status == Status.PENDING && !now.isBefore(expiresAt);
  }

  public TopUp moved(Status to, @Nullable Instant completed) {
    return new TopUp(id, accountId, amountCents, to, createdAt, completed, expiresAt);
  }
}
