package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.hire.ResolveCommand;
import dev.tenure.workflows.hire.SearchAttributes;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One test environment with time skipping, a fake journal and one hire, on any marketplace. */
public abstract class HireStage implements AutoCloseable {
  public static final String HIRE = "hir_test";
  private static final int MOST_ATTEMPTS = 10;

  public final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());
  public final FakeJournal journal = new FakeJournal();

  /**
   * Begins the work.
   *
   * @param type of the hire's workflow
   * @param hires makes it of its input
   * @param marketplace the activities of the account
   */
  protected final <W> void work(
      Class<W> type, Function<EncodedValues, W> hires, Object marketplace) {
    SearchAttributes.ALL.forEach(env::registerSearchAttribute);
    Worker worker = env.newWorker(TaskQueues.HIRES, patient());
    worker.registerWorkflowImplementationFactory(
        type, hires::apply, WorkflowImplementationOptions.getDefaultInstance());
    worker.registerActivitiesImplementations(journal);
    env.newWorker(TaskQueues.marketplace("default")).registerActivitiesImplementations(marketplace);
    env.start();
  }

  /** On a busy machine the first classes may take longer to load than a second. */
  public static WorkerOptions patient() {
    return WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(20_000).build();
  }

  protected final WorkflowOptions options() {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(WorkflowIds.hire(HIRE))
        .setTaskQueue(TaskQueues.HIRES)
        .setWorkflowTaskTimeout(Duration.ofSeconds(5))
        .build();
  }

  /** Now on the hire's own clock. */
  public final Instant clock() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  public final WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.hire(HIRE));
  }

  /** Waits until nothing happens any more on the hire's own clock but waiting. */
  public final void pass(Duration time) {
    env.sleep(time);
  }

  /** Now on the hire's own clock, in milliseconds since the epoch. */
  public final long now() {
    return env.currentTimeMillis();
  }

  public final void after(Duration delay, Runnable something) {
    env.registerDelayedCallback(delay, something);
  }

  /** Lets time pass on the hire's own clock until something has happened. */
  public final void until(BooleanSupplier happened) {
    for (int i = 0; i < 3000 && !happened.getAsBoolean(); i++) {
      env.sleep(i < 20 ? Duration.ofSeconds(1) : Duration.ofMinutes(5));
    }
    if (!happened.getAsBoolean()) {
      throw new AssertionError("it has not happened: " + journal.eventTypes());
    }
  }

  /** Lets time pass on the hire's own clock until a milestone is in a state. */
  public final void until(String milestone, MilestoneState state) {
    until(
        () -> {
          MilestoneDocument known = journal.milestones.get(milestone);
          return known != null && known.state() == state;
        });
  }

  /** Lets time pass on the hire's own clock until an incident of this cause is open. */
  public final IncidentDocument awaitIncident(IncidentCause cause) {
    until(() -> open(cause).isPresent());
    return open(cause).orElseThrow();
  }

  private Optional<IncidentDocument> open(IncidentCause cause) {
    return journal.incidents.values().stream()
        .filter(incident -> incident.open() && incident.cause() == cause)
        .findFirst();
  }

  /** Waits for the end of the hire, however long that takes on its own clock. */
  public final HireDocument finish() {
    stub().getResult(Void.class);
    return journal.hire();
  }

  /** What a command that must be refused is refused with. */
  public final Refusal refusal(String name, String key, Object... arguments) {
    try {
      command(name, key, arguments);
    } catch (WorkflowUpdateException refused) {
      if (refused.getCause() instanceof ApplicationFailure failure) {
        assertThat(failure.getType()).isEqualTo(Refusal.TYPE);
        return failure.getDetails().get(Refusal.class);
      }
      throw new AssertionError("refused without words", refused);
    }
    throw new AssertionError(name + " was not refused");
  }

  public final RecordBatch resolve(IncidentDocument incident, Resolution resolution) {
    return command(
        "resolve",
        "key-" + incident.id() + "-" + resolution.wire(),
        new ResolveCommand(incident.id(), resolution));
  }

  public final RecordBatch adopt(IncidentDocument incident, @Nullable String marketplaceId) {
    return command(
        "resolve",
        "key-" + incident.id() + "-adopt",
        new ResolveCommand(incident.id(), Resolution.ADOPT, marketplaceId));
  }

  /** The history of the present run. */
  public final WorkflowExecutionHistory history() {
    return env.getWorkflowClient().fetchHistory(WorkflowIds.hire(HIRE));
  }

  /**
   * Sends a command, and repeats it under its key as every caller may: the test server loses sight
   * of an update whose run is handed over in the very task that completes it.
   */
  public final RecordBatch command(String name, String key, Object... arguments) {
    for (int attempt = 1; ; attempt++) {
      try {
        return send(name, key, arguments);
      } catch (WorkflowNotFoundException lost) {
        if (attempt == MOST_ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  private RecordBatch send(String name, String key, Object... arguments) {
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
