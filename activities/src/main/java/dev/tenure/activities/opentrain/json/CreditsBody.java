package dev.tenure.activities.opentrain.json;

import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /credits}. */
public record CreditsBody(@Nullable Balance credits) {

  /** The balance, in cents. */
  public record Balance(
      @Nullable Long availableCents, @Nullable Long reservedCents, @Nullable String currency) {}
}
