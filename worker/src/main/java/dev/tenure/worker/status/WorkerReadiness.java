package dev.tenure.worker.status;

import dev.tenure.journal.store.JournalSchema;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/**
 * Ready means: takes work from Temporal. The journal is told beside it and does not count, since
 * hires go on without it.
 */
@Singleton
@Readiness
record WorkerReadiness(WorkerStatus status, JournalSchema journal) implements HealthIndicator {

  @Override
  public Publisher<HealthResult> getResult() {
    Map<String, String> details = status.details();
    details.put("journal", journal.words());
    HealthStatus health = status.working() ? HealthStatus.UP : HealthStatus.DOWN;
    return Publishers.just(HealthResult.builder("worker", health).details(details).build());
  }
}
