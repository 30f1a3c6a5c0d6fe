package dev.tenure.lifecycle.simulation.marketplace;

import java.util.List;

/**
 * A page of {@code GET /updates}, oldest first.
 *
 * @param nextCursor what the next call passes; the given one when the page is empty
 */
public record UpdatesPage(List<MarketplaceEvent> events, long nextCursor, boolean hasMore) {

  public UpdatesPage {
    events = List.copyOf(events);
  }
}
