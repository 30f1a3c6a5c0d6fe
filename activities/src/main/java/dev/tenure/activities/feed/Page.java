package dev.tenure.activities.feed;

import dev.tenure.model.message.MarketplaceNotification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an updates feed.
 *
 * @param cursor where the next page begins; absent when the marketplace named none
 * @param more whether the next page is there already
 */
public record Page(List<Entry> entries, @Nullable String cursor, boolean more) {

  /** A notification with its time, where the marketplace told it. */
  public record Entry(MarketplaceNotification notification, @Nullable Instant at) {}

  public Page {
    entries = List.copyOf(entries);
  }

  List<MarketplaceNotification> notifications() {
    return entries.stream().map(Entry::notification).toList();
  }
}
