package dev.tenure.api.pages.shared;

import dev.tenure.api.access.OpenStreams;
import dev.tenure.api.access.StreamSettings;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.Hires;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells open pages that something changed, so that they load themselves anew. It says what changed
 * to nobody: a page shows what its session may see.
 */
@Singleton
final class ChangeStreams {

  private final ChangeNotifications notifications;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Scheduler waits = Schedulers.fromExecutorService(threads, "page-changes");
  private final Hires hires;
  private final OpenStreams streams;
  private final Duration heartbeat;

  ChangeStreams(
      StreamSettings settings,
      ChangeNotifications notifications,
      Hires hires,
      OpenStreams streams) {
    this.heartbeat = settings.heartbeat();
    this.notifications = notifications;
    this.hires = hires;
    this.streams = streams;
  }

  /**
   * An event for each change of a hire, or of any hire; many in a row may be told as one.
   *
   * @throws dev.tenure.api.problem.ProblemException when too many are open, or there is no such
   *     hire to be seen
   */
  Flux<Event<String>> open(@Nullable String hireId) {
    if (hireId != null && hires.find(hireId).isEmpty()) {
      throw Problems.noHire(hireId);
    }
    return streams.open(
        Flux.using(() -> subscribe(hireId), this::events, ChangeSubscription::close)
            .subscribeOn(waits));
  }

  private ChangeSubscription subscribe(@Nullable String hireId) {
    return hireId == null ? notifications.subscribeAll() : notifications.subscribe(hireId);
  }

  /** The first one comes at once: what changed before the page listened is loaded then. */
  private Flux<Event<String>> events(ChangeSubscription subscription) {
    return Flux.concat(
        Mono.just(Event.of("changed")), Flux.generate(sink -> next(subscription, sink)));
  }

  private void next(ChangeSubscription subscription, SynchronousSink<Event<String>> sink) {
    try {
      sink.next(
          subscription.await(heartbeat)
              ? Event.of("changed")
              : Event.of("").comment("nothing changed"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sink.complete();
    }
  }

  @PreDestroy
  void close() {
    waits.dispose();
    threads.shutdownNow();
  }
}
