package dev.tenure.activities;

import dev.tenure.workflows.Payloads;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.util.UUID;

/** A Temporal service, in this process or a real one, with one worker. */
public final class TemporalWorld implements AutoCloseable {

  private final String queue = "test-" + UUID.randomUUID();
  private final TestWorkflowEnvironment environment;
  private final Worker worker;

  /** A service in this process. */
  public TemporalWorld() {
    this(options().build());
  }

  /** The service that listens at {@code host:port}. */
  public TemporalWorld(String address) {
    this(options().setUseExternalService(true).setTarget(address).build());
  }

  private TemporalWorld(TestEnvironmentOptions options) {
    environment = TestWorkflowEnvironment.newInstance(options);
    worker = environment.newWorker(queue);
  }

  public TemporalWorld with(Class<?> workflow, Object... activities) {
    worker.registerWorkflowImplementationTypes(workflow);
    worker.registerActivitiesImplementations(activities);
    environment.start();
    return this;
  }

  public WorkflowClient client() {
    return environment.getWorkflowClient();
  }

  /** Where activities run alone, without a service; payloads are those of the product. */
  public static TestActivityEnvironment activities() {
    return TestActivityEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder().setWorkflowClientOptions(payloads()).build());
  }

  private static WorkflowClientOptions payloads() {
    return WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build();
  }

  /** A stub that starts a workflow of the worker. */
  public <T> T workflow(Class<T> type) {
    return client()
        .newWorkflowStub(
            type,
            WorkflowOptions.newBuilder()
                .setTaskQueue(queue)
                .setWorkflowId("test-" + UUID.randomUUID())
                .build());
  }

  public Worker worker() {
    return worker;
  }

  private static TestEnvironmentOptions.Builder options() {
    return TestEnvironmentOptions.newBuilder()
        .setUseTimeskipping(false)
        .setWorkflowClientOptions(payloads());
  }

  @Override
  public void close() {
    environment.close();
  }
}
