package dev.tenure.api.events;

import dev.tenure.api.access.OpenStreams;
import dev.tenure.api.access.StreamSettings;
import dev.tenure.api.links.PublicAddress;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The streams of events, which share one tail of the feed. */
@Singleton
final class EventStreams {

  static final String LAST_EVENT_ID = "Last-Event-ID";

  // Listeners who come back all at once must not take the journal's connections from the hires.
  private static final int READERS = 4;
  private static final int QUEUE = 100_000;

  private static final int PAGE = 500;
  private static final Duration RECONNECT = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final EventTail tail;
  private final EventFeed events;
  private final JsonMapper json;
  private final Duration heartbeat;
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
    this.json = json;
    this.heartbeat = settings.heartbeat();
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
    var listener = new Listener(hireId, from(lastEventId, cursor));
    return streams.open(
        Flux.using(
            () -> tail.windows().subscribe(), tailed -> listener.events(), Disposable::dispose));
  }

  /** What cannot be a position is told before the journal is asked where the feed ends. */
  private long from(@Nullable String lastEventId, @Nullable String cursor) {
    boolean again = lastEventId != null && !lastEventId.isBlank();
    String text = again ? lastEventId : cursor;
    if (text == null) {
      return events.last();
    }
    var parameters = new Parameters();
    String name = again ? LAST_EVENT_ID : "cursor";
    long position = parameters.number(name, text.strip(), 0, 0, Long.MAX_VALUE);
    parameters.throwIfAny();
    requireReached(events.last(), name, position);
    return position;
  }

  /** One that is beyond the feed comes from another journal: what follows would be passed over. */
  static void requireReached(long last, String name, long position) {
    if (position > last) {
      var parameters = new Parameters();
      parameters.wrong(
          name,
          "The feed ends at %d; %d is beyond it. Begin anew, without %s."
              .formatted(last, position, name));
      parameters.throwIfAny();
    }
  }

  @PreDestroy
  void stop() {
    reads.dispose();
  }

  /**
   * What one listener hears. It knows how far the listener is, reads from the tail's window where
   * that reaches, else from the journal, and never more than one page ahead of the listener.
   */
  private final class Listener {

    /** What the listener may see. */
    private final AccountFilter accounts = streams.accounts();

    /** Makes a path of this front's own an address that the listener can follow. */
    private final UnaryOperator<String> absolute = address.resolver();

    private final @Nullable String hireId;
    private long position;
    private long lastTold = System.nanoTime();

    /**
     * @param position the last one that the listener knows
     */
    Listener(@Nullable String hireId, long position) {
      this.hireId = hireId;
      this.position = position;
    }

    Flux<Event<String>> events() {
      // The place alone, without data: a listener cut off before the first event knows where it
      // was.
      Event<String> greeting = place("tenure events").retry(RECONNECT);
      return Flux.concat(
          Mono.just(greeting), Mono.defer(this::next).repeat().flatMapIterable(list -> list, 1));
    }

    /**
     * Only the wait has an end: a read that were given up could have moved the position already.
     */
    private Mono<List<Event<String>>> next() {
      return tail.windows()
          .filter(window -> window.to() > position)
          .next()
          .map(Optional::of)
          .timeout(heartbeat, Mono.just(Optional.empty()))
          .flatMap(window -> window.map(this::read).orElseGet(() -> Mono.just(silence())));
    }

    private Mono<List<Event<String>>> read(EventWindow window) {
      return window.reachesBackTo(position)
          ? Mono.just(told(window.after(accounts, hireId, position), window.to()))
          : Mono.fromCallable(() -> events.after(accounts, hireId, position, PAGE))
              .subscribeOn(reads)
              .map(page -> told(page.items(), passed(page, window)))
              .onErrorResume(
                  JournalUnavailable.class, e -> Mono.delay(RETRY).map(later -> List.of()));
    }

    /**
     * The page was read after the window: a last page holds all there is up to the window's end.
     */
    private long passed(Slice<EventView> page, EventWindow window) {
      long last = page.items().isEmpty() ? position : page.items().getLast().position();
      return page.more() ? last : Math.max(last, window.to());
    }

    private List<Event<String>> told(List<EventView> events, long passed) {
      position = passed;
      if (!events.isEmpty()) {
        lastTold = System.nanoTime();
        return events.stream().map(this::event).toList();
      }
      boolean quiet = System.nanoTime() - lastTold > heartbeat.toNanos();
      return quiet ? silence() : List.of();
    }

    private List<Event<String>> silence() {
      lastTold = System.nanoTime();
      return List.of(place("heartbeat"));
    }

    private Event<String> place(String comment) {
      return Event.of("").id(Long.toString(position)).comment(comment);
    }

    private Event<String> event(EventView view) {
      try {
        String told = json.writeValueAsString(EventJson.of(view, absolute));
        return Event.of(told).id(Long.toString(view.position())).name(view.event().type());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
