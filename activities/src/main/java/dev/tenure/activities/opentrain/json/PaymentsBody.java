package dev.tenure.activities.opentrain.json;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /payments/pending}. */
public record PaymentsBody(@Nullable List<Payment> payments) {

  /** An unfinished invoice, without its fees. */
  public record Payment(
      @Nullable String id,
      @Nullable String status,
      @Nullable String invoiceKind,
      @Nullable BigDecimal amountUsd,
      @Nullable String createdAt,
      @Nullable Long invoiceNumber,
      @Nullable Ref milestone) {}

  /** Something that is only named. */
  public record Ref(@Nullable String id) {}
}
