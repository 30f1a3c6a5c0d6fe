package dev.tenure.api.health;

import dev.tenure.journal.store.JournalStatus;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Says whether the journal's database answers. */
@Singleton
@Readiness
final class DatabaseIndicator implements HealthIndicator {

  private final JournalStatus journal;
  private final ExecutorService threads;

  DatabaseIndicator(JournalStatus journal, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.journal = journal;
    this.threads = threads;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Indicators.on(threads, this::look);
  }

  private HealthResult look() {
    Optional<String> trouble = journal.trouble();
    return HealthResult.builder("database", trouble.isEmpty() ? HealthStatus.UP : HealthStatus.DOWN)
        .details(Map.of("words", trouble.orElse("the journal's database answers")))
        .build();
  }
}
