package dev.tenure.api.events;

import dev.tenure.api.access.ListenerAccess;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.feed.EventFeed;
import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** All open streams: no more than may be, each ended at shutdown. */
@Singleton
final class EventStreams implements GracefulShutdownCapable {

  // Listeners who come back all at once must not take the journal's connections from the hires.
  private static final int READERS = 4;
  private static final int QUEUE = 100_000;

  private final StreamSettings settings;
  private final EventTail tail;
  private final EventFeed events;
  private final EventStream.Source source;
  private final Scheduler reads = Schedulers.newBoundedElastic(READERS, QUEUE, "event-streams");
  private final AtomicInteger open = new AtomicInteger();
  private final ListenerAccess access;
  private final Sinks.Empty<Void> stopping = Sinks.empty();

  EventStreams(
      StreamSettings settings,
      EventTail tail,
      EventFeed events,
      JsonMapper json,
      ListenerAccess access) {
    this.access = access;
    this.settings = settings;
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
    if (open.get() >= settings.most()) {
      throw Problems.unavailable(
          "too_many_streams",
          "There are " + settings.most() + " event streams open already. Close one, or ask later.");
    }
    return new EventStream(
            source, access.accounts(), hireId, FeedPositions.check(after, events.last()))
        .events()
        .takeUntilOther(access.withdrawn())
        .takeUntilOther(stopping.asMono())
        .doOnSubscribe(begun -> begin())
        .doFinally(how -> end());
  }

  private void begin() {
    open.incrementAndGet();
    tail.join();
  }

  private void end() {
    open.decrementAndGet();
    tail.leave();
  }

  /** How many are open now. */
  int count() {
    return open.get();
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping.tryEmitEmpty();
    return CompletableFuture.completedStage(null);
  }

  @PreDestroy
  void stop() {
    stopping.tryEmitEmpty();
    reads.dispose();
  }
}
