package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.money.TopUp;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A top-up as its reading and its request show it. */
@Serdeable
public record TopUpJson(
    String id,
    TopUp.Status status,
    long amountCents,
    Instant createdAt,
    @Nullable Instant completedAt,
    @Nullable Instant expiresAt) {

  /** {@code {"topUp": …}}. */
  @Serdeable
  public record One(TopUpJson topUp) {}

  /** The 201 of a request. */
  @Serdeable
  public record Requested(
      String topUpId,
      String checkoutUrl,
      @Nullable Instant expiresAt,
      TopUpJson topUp,
      String message) {}

  public static TopUpJson of(TopUp topUp) {
    return new TopUpJson(
        topUp.id(),
        topUp.status(),
        topUp.amountCents(),
        topUp.createdAt(),
        topUp.completedAt(),
        topUp.expiresAt());
  }

  public Requested requested(String checkoutUrl) {
    return new Requested(
        id, checkoutUrl, expiresAt, this, "A human must pay on the checkout page.");
  }
}
