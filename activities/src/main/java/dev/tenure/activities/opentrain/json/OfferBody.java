package dev.tenure.activities.opentrain.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /proposals/{id}}, as far as it tells whether the proposal can be hired. */
public record OfferBody(@Nullable Offer proposal) {

  /** The proposal. */
  public record Offer(
      @Nullable String id,
      @Nullable Status status,
      @Nullable Bid bid,
      Proposal.@Nullable ContractLink contract) {}

  /** The review's word. */
  public record Status(@Nullable String raw) {}

  /** What the trainer asks for. */
  public record Bid(@Nullable BigDecimal amountUsd, @Nullable String unit) {}
}
