package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /proposals/{id}/hire}.
 *
 * @param confirmNotFitOverride sent only when it is meant
 */
@Serdeable
public record HireRequest(Terms milestone, @Nullable Boolean confirmNotFitOverride) {

  /**
   * The first milestone. Its money is {@code amount} here and {@code amountUsd} everywhere else.
   *
   * @param dueDate ISO date
   */
  @Serdeable
  public record Terms(
      @Nullable String name,
      @Nullable String description,
      BigDecimal amount,
      @Nullable String dueDate) {}
}
