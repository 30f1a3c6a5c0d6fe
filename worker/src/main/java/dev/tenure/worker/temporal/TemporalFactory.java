package dev.tenure.worker.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import dev.tenure.workflows.connection.TemporalConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temporal.client.WorkflowClient;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;

/** The clients of the connection to Temporal. Making them dials nobody; the first call does. */
@Factory
final class TemporalFactory {

  private static final double REPORT_EVERY_SECONDS = 5;

  @Singleton
  @Bean(preDestroy = "shutdownNow")
  WorkflowServiceStubs service(TemporalConnection connection, MeterRegistry registry) {
    return WorkflowServiceStubs.newServiceStubs(
        connection.serviceOptions().setMetricsScope(scope(registry)).build());
  }

  @Singleton
  OperatorServiceStubs operator(TemporalConnection connection, WorkflowServiceStubs service) {
    return OperatorServiceStubs.newServiceStubs(connection.operatorOptions(service));
  }

  @Singleton
  WorkflowClient client(WorkflowServiceStubs service, TemporalConnection connection) {
    return WorkflowClient.newInstance(service, connection.clientOptions().build());
  }

  private static Scope scope(MeterRegistry registry) {
    return new RootScopeBuilder()
        .reporter(new Reporter(registry))
        .reportEvery(Duration.ofSeconds(REPORT_EVERY_SECONDS));
  }

  /** Temporal's own would close the registry, which is not its to close. */
  private static final class Reporter extends MicrometerClientStatsReporter {

    Reporter(MeterRegistry registry) {
      super(registry);
    }

    @Override
    public void close() {
      flush();
    }
  }
}
