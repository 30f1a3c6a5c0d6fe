package dev.tenure.workflows.reminders;

import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One approval's reminders in a test environment with time skipping. */
final class Desk implements AutoCloseable {

  static final Duration WINDOW = Duration.ofDays(3);

  final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());
  final FakeChannels channels = new FakeChannels(env::currentTimeMillis);
  private Instant begun = Instant.ofEpochMilli(env.currentTimeMillis());

  /** With a worker at work. */
  static Desk open() {
    Desk desk = new Desk();
    desk.work();
    return desk;
  }

  void work() {
    var worker = env.newWorker(TaskQueues.REMINDERS);
    worker.registerWorkflowImplementationTypes(ApprovalReminderWorkflowImpl.class);
    worker.registerActivitiesImplementations(channels);
    env.start();
  }

  /** Reminders at 0, 36, 60 and 69 of 72 hours; the last two go to a second channel as well. */
  Desk begin() {
    return begin(
        List.of(
            step(0, "slack"),
            step(36, "slack"),
            step(60, "slack", "email"),
            step(69, "slack", "email")));
  }

  Desk begin(List<ReminderStep> steps) {
    ApprovalReminderWorkflow workflow =
        env.getWorkflowClient()
            .newWorkflowStub(
                ApprovalReminderWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.approvalReminder("default", "apr_1"))
                    .setTaskQueue(TaskQueues.REMINDERS)
                    .build());
    WorkflowClient.start(
        workflow::remind, new ReminderPlan("hir_1", "apr_1", begun, begun.plus(WINDOW), steps));
    return this;
  }

  ReminderStep step(int hours, String... to) {
    return new ReminderStep(begun.plus(Duration.ofHours(hours)), List.of(to));
  }

  /** As if nobody had been at work since the window began. */
  Desk late(Duration time) {
    begun = begun.minus(time);
    return this;
  }

  Desk pass(Duration time) {
    env.sleep(time);
    return this;
  }

  void signalDecided() {
    stub().signal("decided");
  }

  /** Waits for the end; answers how many hours after the beginning of the window it came. */
  long finish() {
    stub().getResult(Void.class);
    var closed = history().getLastEvent().getEventTime();
    Instant end = Instant.ofEpochSecond(closed.getSeconds(), closed.getNanos());
    return Duration.between(begun, end).toHours();
  }

  WorkflowStub stub() {
    return env.getWorkflowClient()
        .newUntypedWorkflowStub(WorkflowIds.approvalReminder("default", "apr_1"));
  }

  WorkflowExecutionHistory history() {
    return env.getWorkflowClient().fetchHistory(WorkflowIds.approvalReminder("default", "apr_1"));
  }

  List<String> timers() {
    List<String> words = new ArrayList<>();
    for (var event : history().getEvents()) {
      if (event.hasTimerStartedEventAttributes()) {
        words.add(
            Payloads.converter()
                .fromPayload(event.getUserMetadata().getSummary(), String.class, String.class));
      }
    }
    return words;
  }

  @Override
  public void close() {
    env.close();
  }
}
