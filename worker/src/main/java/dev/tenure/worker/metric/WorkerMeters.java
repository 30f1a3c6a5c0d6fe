package dev.tenure.worker.metric;

import dev.tenure.worker.status.WorkerStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Whether work is taken from Temporal, as the readiness tells it. */
@Context
final class WorkerMeters {

  WorkerMeters(WorkerStatus status, MeterRegistry registry) {
    Gauge.builder("tenure.worker.working", status, one -> one.working() ? 1 : 0)
        .description("Whether this worker takes work from Temporal")
        .register(registry);
  }
}
