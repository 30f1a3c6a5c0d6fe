package dev.tenure.activities.opentrain.client.json;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /credits/ledger}, newest first.
 *
 * @param entries of {@link Entry}, read one by one
 */
@Serdeable
public record LedgerBody(@Nullable JsonNode entries, @Nullable String nextCursor) {

  /**
   * One line.
   *
   * @param jobofferId the proposal's id, under the marketplace's own odd name
   */
  @Serdeable
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
