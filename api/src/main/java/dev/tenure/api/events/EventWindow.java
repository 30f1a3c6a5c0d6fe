package dev.tenure.api.events;

import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.AccountFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest stretch of the feed: every event after {@code from} up to {@code to}, of all hires.
 * Nothing at or before {@code to} will ever be added to the feed.
 */
record EventWindow(long from, long to, List<EventView> events) {

  private static final int MOST = 2_000;

  EventWindow {
    events = List.copyOf(events);
  }

  static EventWindow beginningAfter(long position) {
    return new EventWindow(position, position, List.of());
  }

  /** Whether a listener who has heard everything up to a position can read on here. */
  boolean reachesBackTo(long position) {
    return position >= from;
  }

  /** The events after a position that may be seen, of one hire or of all. */
  List<EventView> after(AccountFilter accounts, @Nullable String hireId, long position) {
    return events.stream()
        .filter(event -> event.position() > position)
        .filter(event -> accounts.sees(event.account()))
        .filter(event -> hireId == null || event.hireId().equals(hireId))
        .toList();
  }

  /** The window moved on over the events that follow it; the oldest leave it. */
  EventWindow over(List<EventView> following) {
    if (following.isEmpty()) {
      return this;
    }
    var all = new ArrayList<>(events);
    all.addAll(following);
    int dropped = Math.max(0, all.size() - MOST);
    long begin = dropped == 0 ? from : all.get(dropped - 1).position();
    return new EventWindow(begin, all.getLast().position(), all.subList(dropped, all.size()));
  }
}
