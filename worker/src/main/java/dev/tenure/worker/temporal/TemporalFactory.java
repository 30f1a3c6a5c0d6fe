package dev.tenure.worker.temporal;

import com.uber.m3.tally.RootScopeBuilder;
import com.uber.m3.tally.Scope;
import com.uber.m3.util.Duration;
import dev.tenure.worker.settings.TemporalSettings;
import dev.tenure.workflows.Payloads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.reporter.MicrometerClientStatsReporter;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import jakarta.inject.Singleton;

/** The connection to Temporal. Making it dials nobody; the first call does. */
@Factory
final class TemporalFactory {

  private static final double REPORT_EVERY_SECONDS = 5;

  @Singleton
  @Bean(preDestroy = "shutdownNow")
  WorkflowServiceStubs service(TemporalSettings settings, MeterRegistry registry) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(settings.address())
            .setMetricsScope(scope(registry))
            .build());
  }

  /** On the same channel as the service, so that it needs no settings of its own. */
  @Singleton
  OperatorServiceStubs operator(WorkflowServiceStubs service) {
    return OperatorServiceStubs.newServiceStubs(
        OperatorServiceStubsOptions.newBuilder()
            .setChannel(service.getRawChannel())
            .validateAndBuildWithDefaults());
  }

  @Singleton
  WorkflowClient client(WorkflowServiceStubs service, TemporalSettings settings) {
    return WorkflowClient.newInstance(
        service,
        WorkflowClientOptions.newBuilder()
            .setNamespace(settings.namespace())
            .setDataConverter(Payloads.converter())
            .build());
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
