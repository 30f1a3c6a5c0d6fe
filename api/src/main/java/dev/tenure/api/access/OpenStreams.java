package dev.tenure.api.access;

import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.store.AccountFilter;
import io.micronaut.http.HttpStatus;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * The streams that go on after their request: how many there may be, in all and of one key, what
 * they may tell, and when they end. Each front counts for itself.
 */
@Singleton
public final class OpenStreams implements GracefulShutdownCapable {

  /** Nobody knows when a stream ends; a client that asks again at once would ask all the time. */
  private static final int RETRY_SECONDS = 10;

  private final StreamSettings settings;
  private final CurrentPrincipal current;
  private final ApiKeys keys;
  private final AtomicInteger open = new AtomicInteger();
  private final Map<String, Integer> openByKey = new ConcurrentHashMap<>();
  private final Sinks.Empty<Void> stopping = Sinks.empty();

  OpenStreams(StreamSettings settings, CurrentPrincipal current, ApiKeys keys) {
    this.settings = settings;
    this.current = current;
    this.keys = keys;
  }

  /** What whoever asks now may see. */
  public AccountFilter accounts() {
    return current.current();
  }

  /**
   * A stream for whoever asks now. It counts from its subscription to its end, and ends when the
   * key is not taken any more or the front stops.
   *
   * @throws ProblemException when as many are open as may be
   */
  public <T> Flux<T> open(Flux<T> stream) {
    @Nullable Principal principal = current.get().orElse(null);
    requireRoom(principal);
    return Flux.defer(() -> counted(principal, stream))
        .takeUntilOther(withdrawn(principal))
        .takeUntilOther(stopping.asMono());
  }

  /**
   * Many may find room in the same moment: what counts is who begins, and who finds none left is
   * cut off and refused when they come again.
   */
  private <T> Flux<T> counted(@Nullable Principal principal, Flux<T> stream) {
    requireRoom(principal);
    count(principal, 1);
    return stream.doFinally(how -> count(principal, -1));
  }

  private void requireRoom(@Nullable Principal principal) {
    if (open.get() >= settings.most()) {
      throw Problems.unavailable(
          "too_many_streams",
          "There are %d event streams and pages open already. Close one, or ask later."
              .formatted(settings.most()));
    }
    if (principal != null
        && principal.keyId() != null
        && openByKey.getOrDefault(principal.keyId(), 0) >= settings.perKey()) {
      throw new ProblemException(
          Problem.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "too_many_streams_of_key",
              "Too many event streams",
              "The key %s has %d event streams and pages open already. Close one, or ask later."
                  .formatted(principal.name(), settings.perKey())),
          RETRY_SECONDS);
    }
  }

  private void count(@Nullable Principal principal, int change) {
    open.addAndGet(change);
    if (principal != null && principal.keyId() != null) {
      openByKey.merge(
          principal.keyId(), change, (old, more) -> old + more == 0 ? null : old + more);
    }
  }

  /** Comes once the key that a request was sent with is not taken any more. */
  private Mono<Boolean> withdrawn(@Nullable Principal principal) {
    return principal == null || principal.keyId() == null
        ? Mono.never()
        : Flux.interval(ApiKeys.REMEMBERED)
            .onBackpressureDrop()
            .publishOn(Schedulers.boundedElastic(), 1)
            .map(tick -> !keys.stillTaken(principal))
            .filter(ended -> ended)
            .next();
  }

  @Override
  public CompletionStage<?> shutdownGracefully() {
    stopping.tryEmitEmpty();
    return CompletableFuture.completedStage(null);
  }

  @PreDestroy
  void close() {
    stopping.tryEmitEmpty();
  }
}
