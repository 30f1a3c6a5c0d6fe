package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /payments/pending}.
 *
 * @param payments of {@link Payment}, read one by one
 */
@Serdeable
public record PaymentsBody(@Nullable JsonNode payments) {

  /** An unfinished invoice, without its fees. */
  @Serdeable
  public record Payment(
      @Nullable String id,
      @Nullable String status,
      @Nullable String invoiceKind,
      @Nullable BigDecimal amountUsd,
      @Nullable String createdAt,
      @Nullable Long invoiceNumber,
      @Nullable Ref milestone) {}

  /** Something that is only named. */
  @Serdeable
  public record Ref(@Nullable String id) {}
}
