package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.Query;
import java.time.Instant;

/**
 * Finds where in the feed a moment lies. Positions grow with time, but for an event that was
 * recorded late and stands where it was recorded; so the place is searched by halves instead of
 * reading all that ever happened.
 */
public final class EventPlace {
  private static final long FURTHEST = 1L << 40;

  private EventPlace() {}

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

  private static JsonNode first(FrontClient front, Query filters, long after) {
    var query = filters.copy().with("after", Long.toString(after)).with("limit", "1");
    return front.get("/v1/events" + query).json().path("events").path(0);
  }

  /** Nothing at all is not earlier: the feed ends before it. */
  private static boolean isEarlier(JsonNode event, Instant moment) {
    return event.path("at").isTextual()
        && Instant.parse(event.path("at").asText()).isBefore(moment);
  }
}
