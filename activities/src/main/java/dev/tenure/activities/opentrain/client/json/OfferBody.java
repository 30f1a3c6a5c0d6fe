package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /proposals/{id}}, as far as it tells whether the proposal can be hired. */
@Serdeable
public record OfferBody(@Nullable Offer proposal) {

  /** The proposal. */
  @Serdeable
  public record Offer(
      @Nullable String id,
      @Nullable Status status,
      @Nullable Bid bid,
      Proposal.@Nullable ContractLink contract) {}

  /** The review's word. */
  @Serdeable
  public record Status(@Nullable String raw) {}

  /** What the trainer asks for. */
  @Serdeable
  public record Bid(@Nullable BigDecimal amountUsd, @Nullable String unit) {}
}
