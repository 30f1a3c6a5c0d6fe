package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.rules.event.Feed;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of the updates feed; the cursor never ends. */
@Serdeable
public record UpdatesJson(List<Event> events, String nextCursor, boolean hasMore) {

  /** One event: a number as its id, ids and states as its data. */
  @Serdeable
  public record Event(
      String id,
      String type,
      String apiVersion,
      Instant createdAt,
      String resourceId,
      @Nullable String jobId,
      Map<String, Object> data) {

    public static Event of(FeedEvent event) {
      return new Event(
          Long.toString(event.id()),
          event.type(),
          "v1",
          event.createdAt(),
          event.resourceId(),
          event.jobId(),
          event.data());
    }
  }

  public static UpdatesJson of(Feed.Page page) {
    return new UpdatesJson(
        page.events().stream().map(Event::of).toList(), page.nextCursor(), page.hasMore());
  }
}
