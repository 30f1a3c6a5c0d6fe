package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.Query;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds where in the feed a moment lies. Positions grow with time, but for an event that was
 * recorded late and stands where it was recorded; so the place is searched by halves instead of
 * reading all that ever happened.
 */
public final class EventPositionSearch {
  private static final long FURTHEST = 1L << 40;

  private EventPositionSearch() {}

  /**
   * The position after which everything is told that happened from this moment on.
   *
   * @param filters as those of the events that are to be told
   */
  public static long before(Instant moment, FrontClient front, Query filters) {
    long high = 1;
    while (high < FURTHEST && isEarlier(first(front, filters, high), moment)) {
      high *= 2;
    }
    long low = 0;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (isEarlier(first(front, filters, middle), moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Optional<JsonNode> first(FrontClient front, Query filters, long after) {
    return PagedList.ofEvents(front, filters)
        .read(Optional.of(Long.toString(after)), 1)
        .items()
        .stream()
        .findFirst();
  }

  /** Nothing at all is not earlier: the feed ends before it. */
  private static boolean isEarlier(Optional<JsonNode> event, Instant moment) {
    return event
        .map(told -> told.path("at"))
        .filter(JsonNode::isTextual)
        .map(at -> Instant.parse(at.asText()))
        .filter(at -> at.isBefore(moment))
        .isPresent();
  }
}
