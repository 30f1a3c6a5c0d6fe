package dev.tenure.api.web.page;

import dev.tenure.api.access.ListenerAccess;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.Hires;
import io.micronaut.http.sse.Event;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
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
final class ChangeStreams implements GracefulShutdownCapable {

  private static final int MOST = 1_000;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final ChangeNotifications notifications;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Scheduler waits = Schedulers.fromExecutorService(threads, "page-changes");
  private final AtomicInteger open = new AtomicInteger();
  private final Mono<Void> stopping;
  private final CompletableFuture<@Nullable Void> stop = new CompletableFuture<>();

  private final Hires hires;
  private final ListenerAccess access;

  ChangeStreams(ChangeNotifications notifications, Hires hires, ListenerAccess access) {
    this.notifications = notifications;
    this.hires = hires;
    this.access = access;
    this.stopping = Mono.fromFuture(stop, true);
  }

  /**
   * An event for each change of a hire, or of any hire; many in a row may be told as one.
   *
   * @throws dev.tenure.api.problem.ProblemException when too many are open, or there is no such
   *     hire to be seen
   */
  Flux<Event<String>> open(@Nullable String hireId) {
    if (open.get() >= MOST) {
      throw Problems.unavailable(
          "too_many_streams", "There are " + MOST + " open pages already. Close some of them.");
    }
    if (hireId != null && hires.find(hireId).isEmpty()) {
      throw Problems.notFound("hire_not_found", "There is no hire " + hireId + ".");
    }
    return Flux.using(() -> subscribe(hireId), ChangeStreams::events, ChangeSubscription::close)
        .subscribeOn(waits)
        .takeUntilOther(stopping)
        .takeUntilOther(access.withdrawn())
        .doOnSubscribe(begun -> open.incrementAndGet())
        .doFinally(how -> open.decrementAndGet());
  }

  private ChangeSubscription subscribe(@Nullable String hireId) {
    return hireId == null ? notifications.subscribeAll() : notifications.subscribe(hireId);
  }

  /** The first one comes at once: what changed before the page listened is loaded then. */
  private static Flux<Event<String>> events(ChangeSubscription subscription) {
    return Flux.concat(
        Mono.just(Event.of("changed")), Flux.generate(sink -> next(subscription, sink)));
  }

  private static void next(ChangeSubscription subscription, SynchronousSink<Event<String>> sink) {
    try {
      sink.next(
          subscription.await(HEARTBEAT)
              ? Event.of("changed")
              : Event.of("").comment("nothing changed"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sink.complete();
    }
  }

  /** How many are open now. */
  int count() {
    return open.get();
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stop.complete(null);
    return CompletableFuture.completedStage(null);
  }

  @PreDestroy
  void close() {
    stop.complete(null);
    waits.dispose();
    threads.shutdownNow();
  }
}
