package dev.tenure.api.health;

import dev.tenure.workflows.connection.OperatorCommands;
import dev.tenure.workflows.connection.TemporalConnection;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says whether Temporal answers and knows our namespace. Without it the front is degraded, but
 * ready: it records requests, which are started later, and answers reads.
 */
@Singleton
@Readiness
record TemporalIndicator(WorkflowClient client, TemporalConnection connection)
    implements HealthIndicator {

  /** At work, with less to offer. */
  private static final HealthStatus DEGRADED =
      new HealthStatus(
          "DEGRADED", "requests are recorded and read, commands are not taken", true, null);

  private static final long PATIENCE_MILLIS = 1_500;

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromCallable(this::look).subscribeOn(Schedulers.boundedElastic());
  }

  private HealthResult look() {
    var request =
        DescribeNamespaceRequest.newBuilder().setNamespace(connection.namespace()).build();
    try {
      client
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .describeNamespace(request);
      return result(HealthStatus.UP, "Temporal answers at " + connection.address());
    } catch (StatusRuntimeException e) {
      return result(
          DEGRADED,
          trouble(e)
              + ". Hires are recorded and read, and started when it is back; commands are refused");
    }
  }

  private String trouble(StatusRuntimeException e) {
    return e.getStatus().getCode() == Status.Code.NOT_FOUND
        ? "Temporal at %s has no namespace %s; create it: %s"
            .formatted(
                connection.address(),
                connection.namespace(),
                new OperatorCommands(connection).createNamespace())
        : connection.words(e);
  }

  private static HealthResult result(HealthStatus status, String words) {
    return HealthResult.builder("temporal", status).details(Map.of("words", words)).build();
  }
}
