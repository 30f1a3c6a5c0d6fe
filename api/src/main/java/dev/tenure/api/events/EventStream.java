package dev.tenure.api.events;

import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.feed.EventView;
import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.Slice;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What one listener hears. It knows how far the listener is, reads from the tail's window where
 * that reaches, else from the journal, and never more than one page ahead of the listener.
 */
final class EventStream {

  private static final int PAGE = 500;
  private static final Duration RECONNECT = Duration.ofSeconds(2);
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** What all listeners share. */
  record Source(
      EventTail tail, EventFeed events, JsonMapper json, Scheduler reads, Duration heartbeat) {}

  private final Source source;
  private final AccountFilter accounts;
  private final UnaryOperator<String> address;
  private final @Nullable String hireId;
  private long position;
  private long lastTold = System.nanoTime();

  /**
   * @param accounts what the listener may see
   * @param address makes a path of this front's own an address that the listener can follow
   * @param position the last one that the listener knows
   */
  EventStream(
      Source source,
      AccountFilter accounts,
      UnaryOperator<String> address,
      @Nullable String hireId,
      long position) {
    this.accounts = accounts;
    this.address = address;
    this.source = source;
    this.hireId = hireId;
    this.position = position;
  }

  Flux<Event<String>> events() {
    // The place alone, without data: a listener cut off before the first event knows where it was.
    Event<String> greeting = place("tenure events").retry(RECONNECT);
    return Flux.concat(
        Mono.just(greeting), Mono.defer(this::next).repeat().flatMapIterable(list -> list, 1));
  }

  /** Only the wait has an end: a read that were given up could have moved the position already. */
  private Mono<List<Event<String>>> next() {
    return source
        .tail()
        .windows()
        .filter(window -> window.to() > position)
        .next()
        .map(Optional::of)
        .timeout(source.heartbeat(), Mono.just(Optional.empty()))
        .flatMap(window -> window.map(this::read).orElseGet(() -> Mono.just(heartbeat())));
  }

  private Mono<List<Event<String>>> read(EventWindow window) {
    return window.reachesBackTo(position)
        ? Mono.just(told(window.after(accounts, hireId, position), window.to()))
        : Mono.fromCallable(() -> source.events().after(accounts, hireId, position, PAGE))
            .subscribeOn(source.reads())
            .map(page -> told(page.items(), passed(page, window)))
            .onErrorResume(
                JournalUnavailable.class, e -> Mono.delay(RETRY).map(later -> List.of()));
  }

  /** The page was read after the window: a last page holds all there is up to the window's end. */
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
    boolean quiet = System.nanoTime() - lastTold > source.heartbeat().toNanos();
    return quiet ? heartbeat() : List.of();
  }

  private List<Event<String>> heartbeat() {
    lastTold = System.nanoTime();
    return List.of(place("heartbeat"));
  }

  private Event<String> place(String comment) {
    return Event.of("").id(Long.toString(position)).comment(comment);
  }

  private Event<String> event(EventView view) {
    try {
      String json = source.json().writeValueAsString(EventJson.of(view, address));
      return Event.of(json).id(Long.toString(view.position())).name(view.event().type());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
