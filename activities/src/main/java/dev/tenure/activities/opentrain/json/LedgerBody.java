package dev.tenure.activities.opentrain.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /credits/ledger}, newest first. */
public record LedgerBody(@Nullable List<Entry> entries, @Nullable String nextCursor) {

  /**
   * One line.
   *
   * @param jobofferId the proposal's id, under the marketplace's own odd name
   */
  public record Entry(
      @Nullable String id,
      @Nullable String type,
      @Nullable Long amountCents,
      @Nullable String createdAt,
      @Nullable String holdEntryId,
      @Nullable String jobofferId,
      @Nullable String contractId,
      @Nullable String milestoneId,
      @Nullable String note) {}
}
