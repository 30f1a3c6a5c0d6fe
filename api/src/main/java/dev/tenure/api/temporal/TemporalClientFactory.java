package dev.tenure.api.temporal;

import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The way to Temporal, opened by the first call that needs it. */
@Factory
final class TemporalClientFactory {

  private static final Duration CALL = Duration.ofSeconds(2);
  private static final Duration WITH_RETRIES = Duration.ofSeconds(2);

  @Singleton
  @Bean(preDestroy = "shutdown")
  WorkflowServiceStubs stubs(TemporalConnection connection) {
    return WorkflowServiceStubs.newServiceStubs(
        connection
            .serviceOptions()
            .setRpcTimeout(CALL)
            .setRpcRetryOptions(
                RpcRetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(100))
                    .setBackoffCoefficient(2)
                    .setExpiration(WITH_RETRIES)
                    .build())
            .build());
  }

  @Singleton
  WorkflowClient client(WorkflowServiceStubs stubs, TemporalConnection connection) {
    return WorkflowClient.newInstance(
        stubs, connection.clientOptions().setIdentity("tenure-api").build());
  }
}
