package dev.tenure.api.events;

import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.Slice;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * Follows the end of the feed once for all listeners: one read of the journal for each word of
 * change, however many listen, and none while nobody does.
 */
@Singleton
final class EventTail {

  private static final Logger LOG = LoggerFactory.getLogger(EventTail.class);
  private static final int PAGE = 1_000;
  // Should word of a change get lost, it is looked for this often all the same.
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final EventFeed events;
  private final ChangeNotifications notifications;
  private final Flux<EventWindow> windows =
      Flux.create(this::follow).subscribeOn(Schedulers.boundedElastic()).replay(1).refCount();

  EventTail(EventFeed events, ChangeNotifications notifications) {
    this.events = events;
    this.notifications = notifications;
  }

  /**
   * The newest window at once, and each that follows. Whoever comes when nobody has listened begins
   * anew, so that a listener keeps one subscription for as long as it listens.
   */
  Flux<EventWindow> windows() {
    return windows;
  }

  private void follow(FluxSink<EventWindow> listeners) {
    try (ChangeSubscription subscription = notifications.subscribeAll()) {
      EventWindow window = null;
      while (!listeners.isCancelled()) {
        window = next(window, listeners);
        subscription.await(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No failure ends the following: streams that are told nothing any more would look healthy. */
  private @Nullable EventWindow next(
      @Nullable EventWindow window, FluxSink<EventWindow> listeners) {
    try {
      EventWindow now =
          window == null ? EventWindow.beginningAfter(events.last()) : advanced(window);
      if (window == null || now.to() > window.to()) {
        listeners.next(now);
      }
      return now;
    } catch (JournalUnavailable e) {
      LOG.debug("the feed cannot be read now: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("the feed cannot be followed now; it is looked at again soon", e);
    }
    return window;
  }

  private EventWindow advanced(EventWindow window) {
    EventWindow now = window;
    Slice<EventView> page;
    do {
      page = events.after(null, now.to(), PAGE);
      now = now.over(page.items());
    } while (page.more());
    return now;
  }
}
