package dev.tenure.api.events;

import dev.tenure.api.access.OpenStreams;
import dev.tenure.api.access.StreamSettings;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.journal.feed.EventFeed;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The streams of events, which share one tail of the feed. */
@Singleton
final class EventStreams {

  // Listeners who come back all at once must not take the journal's connections from the hires.
  private static final int READERS = 4;
  private static final int QUEUE = 100_000;

  private final EventTail tail;
  private final EventFeed events;
  private final EventStream.Source source;
  private final Scheduler reads = Schedulers.newBoundedElastic(READERS, QUEUE, "event-streams");
  private final OpenStreams streams;
  private final PublicAddress address;

  EventStreams(
      StreamSettings settings,
      EventTail tail,
      EventFeed events,
      JsonMapper json,
      OpenStreams streams,
      PublicAddress address) {
    this.address = address;
    this.streams = streams;
    this.tail = tail;
    this.events = events;
    this.source = new EventStream.Source(tail, events, json, reads, settings.heartbeat());
  }

  /**
   * A stream of what follows a position, or of what happens from now on.
   *
   * @throws dev.tenure.api.problem.ProblemException when there are too many, or the position is
   *     beyond the feed
   */
  Flux<Event<String>> open(@Nullable String hireId, OptionalLong after) {
    var stream =
        new EventStream(
            source,
            streams.accounts(),
            address.resolver(),
            hireId,
            FeedPositions.check(after, events.last()));
    return streams.open(
        stream.events().doOnSubscribe(begun -> tail.join()).doFinally(how -> tail.leave()));
  }

  @PreDestroy
  void stop() {
    reads.dispose();
  }
}
