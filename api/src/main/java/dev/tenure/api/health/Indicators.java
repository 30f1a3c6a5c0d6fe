package dev.tenure.api.health;

import io.micronaut.management.health.indicator.HealthResult;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Runs looks that may block away from the event loop. */
final class Indicators {

  private Indicators() {}

  static Publisher<HealthResult> on(ExecutorService threads, Callable<HealthResult> look) {
    return Mono.fromCallable(look).subscribeOn(Schedulers.fromExecutorService(threads));
  }
}
