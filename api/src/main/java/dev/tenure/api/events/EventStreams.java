package dev.tenure.api.events;

import dev.tenure.api.access.OpenStreams;
import dev.tenure.api.access.StreamSettings;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.feed.EventFeed;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The streams of events, which share one tail of the feed. */
@Singleton
final class EventStreams {

  static final String LAST_EVENT_ID = "Last-Event-ID";

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
   * @param lastEventId the position, as a listener says it that comes again; it counts before the
   *     cursor
   * @throws dev.tenure.api.problem.ProblemException when there are too many, or the position is
   *     beyond the feed
   */
  Flux<Event<String>> open(
      @Nullable String hireId, @Nullable String lastEventId, @Nullable String cursor) {
    var stream =
        new EventStream(
            source,
            streams.accounts(),
            address.resolver(),
            hireId,
            from(lastEventId, cursor, events.last()));
    return streams.open(
        stream.events().doOnSubscribe(begun -> tail.join()).doFinally(how -> tail.leave()));
  }

  private static long from(@Nullable String lastEventId, @Nullable String cursor, long last) {
    boolean again = lastEventId != null && !lastEventId.isBlank();
    String text = again ? lastEventId : cursor;
    if (text == null) {
      return last;
    }
    var parameters = new Parameters();
    String name = again ? LAST_EVENT_ID : "cursor";
    long position = parameters.number(name, text.strip(), 0, 0, Long.MAX_VALUE);
    if (position > last) {
      // It comes from another journal: nothing would ever follow.
      parameters.wrong(
          "cursor",
          "The feed ends at %d; %d is beyond it. Leave cursor and %s out to hear what happens from now on."
              .formatted(last, position, LAST_EVENT_ID));
    }
    parameters.throwIfAny();
    return position;
  }

  @PreDestroy
  void stop() {
    reads.dispose();
  }
}
