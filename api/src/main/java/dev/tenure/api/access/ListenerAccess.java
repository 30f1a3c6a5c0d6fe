package dev.tenure.api.access;

import dev.tenure.journal.store.AccountFilter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** What a stream that goes on after its request may tell, and for how long. */
@Singleton
public final class ListenerAccess {

  private final CurrentPrincipal current;
  private final ApiKeys keys;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Scheduler looks = Schedulers.fromExecutorService(threads, "listener-access");

  ListenerAccess(CurrentPrincipal current, ApiKeys keys) {
    this.current = current;
    this.keys = keys;
  }

  /** What whoever asks now may see. */
  public AccountFilter accounts() {
    return current.current();
  }

  /** Comes once the key that the present request was sent with is not taken any more. */
  public Mono<Boolean> withdrawn() {
    Optional<Principal> principal = current.get();
    return principal.isEmpty() || principal.get().keyId() == null
        ? Mono.never()
        : Flux.interval(ApiKeys.REMEMBERED)
            .onBackpressureDrop()
            .publishOn(looks, 1)
            .map(tick -> !keys.stillTaken(principal.get()))
            .filter(ended -> ended)
            .next();
  }

  @PreDestroy
  void close() {
    looks.dispose();
    threads.shutdownNow();
  }
}
