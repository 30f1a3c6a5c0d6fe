package dev.tenure.sandbox.opentrain.rules.event;

import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the updates feed: each account and token sees its own part of the one history. */
@Singleton
public class FeedReader {
  private final World world;

  FeedReader(World world) {
    this.world = world;
  }

  /** A page of the feed; hasMore when another event was seen behind it. */
  public record Page(List<FeedEvent> events, String nextCursor, boolean hasMore) {}

  /**
   * The events after the cursor that the caller may see, oldest first.
   *
   * @param cursor null from the beginning of the account's history
   */
  public Page page(Caller caller, @Nullable Long cursor, int limit) {
    long from = cursor == null ? 0 : cursor;
    // Without this an account where nothing happens would read everybody's news at every poll.
    Long newest = world.newestEvent.find(caller.account().id());
    List<FeedEvent> seen =
        newest != null && newest <= from
            ? List.of()
            : visible(caller, from).limit(limit + 1L).toList();
    List<FeedEvent> events = seen.subList(0, Math.min(limit, seen.size()));
    long last = events.isEmpty() ? (cursor == null ? 0 : cursor) : events.getLast().id();
    return new Page(events, Long.toString(last), seen.size() > limit);
  }

  private Stream<FeedEvent> visible(Caller caller, long cursor) {
    return world
        .feed
        .after(cursor)
        .filter(event -> caller.owns(event.accountId()))
        .filter(event -> caller.token().grants(Feed.SCOPES.getOrDefault(event.type(), "")));
  }
}
