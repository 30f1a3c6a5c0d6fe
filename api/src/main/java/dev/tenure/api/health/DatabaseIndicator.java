package dev.tenure.api.health;

import dev.tenure.journal.store.JournalStatus;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says whether the journal's database answers. */
@Singleton
@Readiness
record DatabaseIndicator(JournalStatus journal) implements HealthIndicator {

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(this::look).subscribeOn(Schedulers.boundedElastic());
  }

  private HealthResult look() {
    Optional<String> trouble = journal.trouble();
    return HealthResult.builder("database", trouble.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
        .details(Map.of("words", trouble.orElse("the journal's database answers")))
        .build();
  }
}
