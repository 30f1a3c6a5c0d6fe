package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.message.HireEvent;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.SearchAttributes;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Temporal's Cancel button and the hand-over meet in every order, two hundred times: no run ends as
 * cancelled with an open hire, and none fails.
 */
class CancelHandOverTest {
  private static final int HIRES = 200;
  private static final int EVENTS = 9;
  private static final int MOST_RINGS = 200;

  private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .setWorkerFactoryOptions(
                  WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build())
              .build());
  private final Crowd crowd = new Crowd(env);

  @AfterEach
  void close() {
    env.close();
  }

  @Test
  @Timeout(value = 240, unit = TimeUnit.SECONDS)
  void noRunEndsAsCancelledWithAnOpenHire() throws Exception {
    List<String> hires = IntStream.range(0, HIRES).mapToObj(i -> "hir_" + i).toList();
    hires.forEach(crowd::add);
    hires.forEach(hire -> runs.put(hire, new AtomicInteger()));
    work();
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all =
          hires.stream().<Future<?>>map(h -> people.submit(() -> play(h))).toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    env.sleep(Duration.ofDays(8));

    for (String hire : hires) {
      FakeJournal journal = Objects.requireNonNull(crowd.journals.get(WorkflowIds.hire(hire)));
      WorkflowExecutionStatus status = stub(hire).describe().getStatus();
      assertThat(status)
          .as("%s, %s", hire, journal.eventTypes())
          .isIn(
              WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED,
              WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
      assertThat(journal.hire().status().closed()).as(hire).isTrue();
      assertThat(journal.epochs).as(hire).hasSize(1);
      assertThat(journal.events())
          .as(hire)
          .extracting(HireEvent::number)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, journal.events().size()).boxed().toList());
    }
    assertThat(runs.values().stream().mapToInt(AtomicInteger::get).sum()).isGreaterThan(2 * HIRES);
  }

  /** Notifies, so that runs are handed over, and presses the button somewhere in between. */
  private void play(String hireId) {
    int number = Integer.parseInt(hireId.substring(4));
    FakeMarketplace market = Objects.requireNonNull(crowd.markets.get(WorkflowIds.hire(hireId)));
    if (number % 2 == 0) {
      market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    }
    market.script.nobodyDelivers();
    start(hireId);
    AtomicInteger own = Objects.requireNonNull(runs.get(hireId));
    int handOvers = number % 4;
    for (int i = 0; i < MOST_RINGS && own.get() <= handOvers; i++) {
      notifyOf(market);
    }
    IntStream.range(0, number % 7).forEach(i -> notifyOf(market));
    press(hireId);
    IntStream.range(0, 6).forEach(i -> notifyOf(market));
  }

  private static void notifyOf(FakeMarketplace market) {
    try {
      market.ringApproval("apr_foreign");
    } catch (WorkflowException over) {
      assertThat(over).isInstanceOf(WorkflowNotFoundException.class);
    }
  }

  /** A person who is told that the run is over presses once more. */
  private void press(String hireId) {
    for (int i = 0; i < 100; i++) {
      try {
        stub(hireId).cancel();
        return;
      } catch (WorkflowNotFoundException handedOver) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("no run to cancel: " + hireId);
  }

  private WorkflowStub stub(String hireId) {
    return env.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.hire(hireId));
  }

  private void work() {
    SearchAttributes.ALL.forEach(env::registerSearchAttribute);
    Worker hires = env.newWorker(TaskQueues.HIRES, Stage.patient());
    hires.registerWorkflowImplementationFactory(
        HireWorkflow.class,
        payloads -> {
          HireInput input = Objects.requireNonNull(payloads.get(0, HireInput.class));
          Objects.requireNonNull(runs.get(input.hireId())).incrementAndGet();
          return new HireWorkflowImpl(input, () -> Workflow.getInfo().getHistoryLength() >= EVENTS);
        },
        WorkflowImplementationOptions.getDefaultInstance());
    hires.registerActivitiesImplementations(crowd.new Journals());
    env.newWorker(TaskQueues.marketplace("default"))
        .registerActivitiesImplementations(crowd.new Markets());
    env.start();
  }

  private void start(String hireId) {
    HireWorkflow hire =
        env.getWorkflowClient()
            .newWorkflowStub(
                HireWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(WorkflowIds.hire(hireId))
                    .setTaskQueue(TaskQueues.HIRES)
                    .build());
    Instant now = Instant.ofEpochMilli(env.currentTimeMillis());
    WorkflowClient.start(hire::run, HireInput.start(hireId, 1, Plans.single(), now));
  }
}
