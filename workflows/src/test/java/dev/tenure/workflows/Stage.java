package dev.tenure.workflows;

import dev.tenure.model.HirePlan;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.RecordBatch;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One test environment with time skipping, a fake marketplace, a fake journal and one hire. */
final class Stage implements AutoCloseable {
  static final String HIRE = "hir_test";

  final TestWorkflowEnvironment env;
  final FakeMarketplace market;
  final FakeJournal journal = new FakeJournal();

  Stage() {
    env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
                .build());
    market = new FakeMarketplace(env);
    SearchAttributes.ALL.forEach(env::registerSearchAttribute);
    Worker hires = env.newWorker(TaskQueues.HIRES);
    hires.registerWorkflowImplementationTypes(HireWorkflowImpl.class);
    hires.registerActivitiesImplementations(journal);
    env.newWorker(TaskQueues.marketplace("default")).registerActivitiesImplementations(market);
    env.start();
  }

  HireWorkflow start(HirePlan plan) {
    HireWorkflow hire =
        env.getWorkflowClient()
            .newWorkflowStub(
                HireWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.hire(HIRE))
                    .setTaskQueue(TaskQueues.HIRES)
                    .setWorkflowTaskTimeout(Duration.ofSeconds(5))
                    .build());
    Instant now = Instant.ofEpochMilli(env.currentTimeMillis());
    WorkflowClient.start(hire::run, HireInput.start(HIRE, 1, plan, now));
    return hire;
  }

  /** Runs a plan to its end, however long that takes on the hire's own clock. */
  Stage run(HirePlan plan) {
    start(plan);
    stub().getResult(Void.class);
    return this;
  }

  WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.hire(HIRE));
  }

  /** Lets time pass on the hire's own clock until an incident is open; gives its id. */
  String awaitIncident() {
    for (int i = 0; i < 2000; i++) {
      env.sleep(Duration.ofSeconds(30));
      Optional<IncidentDocument> open =
          journal.incidents.values().stream().filter(IncidentDocument::open).findFirst();
      if (open.isPresent()) {
        return open.get().id();
      }
    }
    throw new AssertionError("no incident: " + journal.eventTypes());
  }

  RecordBatch command(String name, String key, Object... arguments) {
    return stub()
        .startUpdate(
            UpdateOptions.newBuilder(RecordBatch.class)
                .setUpdateName(name)
                .setUpdateId(key)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build(),
            arguments)
        .getResult();
  }

  @Override
  public void close() {
    env.close();
  }
}
