package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /credits}. */
@Serdeable
public record CreditsBody(@Nullable Balance credits) {

  /** The balance, in cents. */
  @Serdeable
  public record Balance(
      @Nullable Long availableCents, @Nullable Long reservedCents, @Nullable String currency) {}
}
