package dev.tenure.api.health;

import dev.tenure.api.temporal.TemporalSettings;
import io.grpc.StatusRuntimeException;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;

/**
 * Says whether Temporal answers and knows our namespace. Without it the front is degraded, but
 * ready: it records requests, which are started later, and answers reads.
 */
@Singleton
@Readiness
final class TemporalIndicator implements HealthIndicator {

  /** At work, with less to offer. */
  private static final HealthStatus DEGRADED =
      new HealthStatus(
          "DEGRADED", "requests are recorded and read, commands are not taken", true, null);

  private static final long PATIENCE_MILLIS = 1_500;

  private final WorkflowServiceStubs stubs;
  private final TemporalSettings settings;
  private final ExecutorService threads;

  TemporalIndicator(
      WorkflowServiceStubs stubs,
      TemporalSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
    this.stubs = stubs;
    this.settings = settings;
    this.threads = threads;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Indicators.on(threads, this::look);
  }

  private HealthResult look() {
    var request = DescribeNamespaceRequest.newBuilder().setNamespace(settings.namespace()).build();
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .describeNamespace(request);
      return result(HealthStatus.UP, "Temporal answers at " + settings.address());
    } catch (StatusRuntimeException e) {
      return result(
          DEGRADED,
          "Temporal at %s: %s. Hires are recorded and read, and started when it is back; commands are refused"
              .formatted(settings.address(), e.getStatus().getCode()));
    }
  }

  private static HealthResult result(HealthStatus status, String words) {
    return HealthResult.builder("temporal", status).details(Map.of("words", words)).build();
  }
}
