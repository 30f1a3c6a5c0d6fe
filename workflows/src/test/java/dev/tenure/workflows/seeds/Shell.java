package dev.tenure.workflows.seeds;

import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.hire.SearchAttributes;
import dev.tenure.workflows.opentrain.HandingOver;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One hire of the real shell in a test environment of its own. */
final class Shell implements AutoCloseable {
  static final String HIRE = "hir_seed";
  private static final String WORKFLOW = WorkflowIds.hire(HIRE);
  private static final int MOST_ATTEMPTS = 10;

  private final Draw draw;
  private final TestWorkflowEnvironment env = environment();
  final RememberingJournal journal = new RememberingJournal();
  final FaultyMarketplace market;

  /** What became of a command. */
  enum Reply {
    DONE,
    REFUSED,
    /** The hire has closed. */
    TOO_LATE
  }

  Shell(Draw draw) {
    this.draw = draw;
    market = new FaultyMarketplace(draw, env::currentTimeMillis);
    SearchAttributes.ALL.forEach(env::registerSearchAttribute);
    Worker worker = env.newWorker(TaskQueues.HIRES, patient());
    register(worker);
    worker.registerActivitiesImplementations(journal);
    env.newWorker(TaskQueues.marketplace("default")).registerActivitiesImplementations(market);
    env.start();
  }

  private static TestWorkflowEnvironment environment() {
    return TestWorkflowEnvironment.newInstance(
        TestEnvironmentOptions.newBuilder()
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
            .build());
  }

  private static WorkerOptions patient() {
    return WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(20_000).build();
  }

  private void register(Worker worker) {
    worker.registerWorkflowImplementationFactory(
        HireWorkflow.class,
        payloads -> HandingOver.after(draw.handOverAt, payloads.get(0, HireInput.class)),
        WorkflowImplementationOptions.getDefaultInstance());
  }

  void start() {
    HireWorkflow hire =
        env.getWorkflowClient()
            .newWorkflowStub(
                HireWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WORKFLOW)
                    .setTaskQueue(TaskQueues.HIRES)
                    .setWorkflowTaskTimeout(Duration.ofSeconds(5))
                    .build());
    HireInput input = HireInput.start(HIRE, 1, draw.plan, Instant.ofEpochMilli(now()));
    WorkflowClient.start(hire::run, draw.swept ? input.ofSweptAccount() : input);
  }

  long now() {
    return env.currentTimeMillis();
  }

  void pass(Duration time) {
    env.sleep(time);
  }

  /** The test server knows no run for a moment between the one that hands over and the next. */
  void notifyOf(MarketplaceNotification notification) {
    for (int attempt = 1; ; attempt++) {
      try {
        stub().signal("notify", new MarketplaceNotifications(List.of(notification)));
        return;
      } catch (WorkflowNotFoundException closed) {
        if (closedSoon()) {
          return;
        }
        Broken.unless(
            attempt < MOST_ATTEMPTS, "open_hire_runs", "there is nobody to notify: " + closed);
      }
    }
  }

  /**
   * Sends a command, and repeats it under its key as every caller may: the test server loses sight
   * of an update whose run is handed over in the very task that completes it.
   */
  Reply command(String name, String key, Object... arguments) {
    for (int attempt = 1; ; attempt++) {
      try {
        stub()
            .startUpdate(
                UpdateOptions.newBuilder(RecordBatch.class)
                    .setUpdateName(name)
                    .setUpdateId(key)
                    .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                    .build(),
                arguments)
            .getResult();
        return Reply.DONE;
      } catch (WorkflowUpdateException refused) {
        boolean inWords =
            refused.getCause() instanceof ApplicationFailure failure
                && failure.getType().equals(Refusal.TYPE);
        Broken.unless(inWords, "refused_in_words", name + ": " + refused.getCause());
        return Reply.REFUSED;
      } catch (WorkflowNotFoundException | WorkflowUpdateTimeoutOrCancelledException lost) {
        if (closedSoon()) {
          return Reply.TOO_LATE;
        }
        Broken.unless(attempt < MOST_ATTEMPTS, "commands_arrive", name + ": " + lost);
      }
    }
  }

  /** A run tells of its end before it is over. */
  private boolean closedSoon() {
    return journal.closed();
  }

  /** Waits for the end of a run whose hire has closed. */
  void awaitEnd() {
    try {
      stub().getResult(20, TimeUnit.SECONDS, Void.class);
    } catch (TimeoutException late) {
      throw new Broken("closed_hires_end", "the hire has closed, its workflow runs: " + last());
    } catch (WorkflowFailedException failed) {
      throw new Broken("workflow_never_fails", String.valueOf(failed.getCause()));
    }
  }

  /** The last event of the present run. */
  HistoryEvent last() {
    return history().getEvents().getLast();
  }

  int length() {
    return history().getEvents().size();
  }

  /** Whether a workflow task of the present run waits or is under way. */
  boolean taskOpen() {
    for (HistoryEvent event : history().getEvents().reversed()) {
      EventType type = event.getEventType();
      if (type == EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED
          || type == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED) {
        return true;
      }
      if (type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED
          || type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED
          || type == EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT) {
        return false;
      }
    }
    return false;
  }

  /** The types of the activities under way in the present run. */
  List<String> openActivities() {
    Map<Long, String> open = new TreeMap<>();
    for (HistoryEvent event : history().getEvents()) {
      switch (event.getEventType()) {
        case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED ->
            open.put(
                event.getEventId(),
                event.getActivityTaskScheduledEventAttributes().getActivityType().getName());
        case EVENT_TYPE_ACTIVITY_TASK_COMPLETED ->
            open.remove(event.getActivityTaskCompletedEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_FAILED ->
            open.remove(event.getActivityTaskFailedEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT ->
            open.remove(event.getActivityTaskTimedOutEventAttributes().getScheduledEventId());
        case EVENT_TYPE_ACTIVITY_TASK_CANCELED ->
            open.remove(event.getActivityTaskCanceledEventAttributes().getScheduledEventId());
        default -> {}
      }
    }
    return List.copyOf(open.values());
  }

  private WorkflowExecutionHistory history() {
    return env.getWorkflowClient().fetchHistory(WORKFLOW);
  }

  List<HistoryEvent> history(String runId) {
    return env.getWorkflowClient().fetchHistory(WORKFLOW, runId).getEvents();
  }

  /** Replays the present run. */
  void replay() {
    WorkflowExecutionHistory history = history();
    try (TestWorkflowEnvironment other = environment()) {
      Worker worker = other.newWorker("replay", patient());
      register(worker);
      WorkflowReplayer.replayWorkflowExecution(history, worker);
    } catch (Exception failed) {
      throw new Broken("last_run_replays", String.valueOf(failed));
    }
  }

  private WorkflowStub stub() {
    return env.getWorkflowClient().newUntypedWorkflowStub(WORKFLOW);
  }

  @Override
  public void close() {
    env.close();
  }
}
